"""An Axes as a picture in a notebook, with its figures in words."""

import sys
from base64 import b64encode
from html import escape
from io import BytesIO

import numpy as np
from matplotlib.axes import Axes
from PIL import Image

from newslab.display.describe import describe
from newslab.display.passages import Passages


class Picture:
    """What a notebook shows: the picture with its alternative text, or the text alone."""

    def __init__(self, png, text):
        self.png, self.text = png, text

    def __repr__(self):
        return self.text

    def _repr_mimebundle_(self, include=None, exclude=None):
        data = b64encode(self.png).decode("ascii")
        image = f'<img alt="{escape(self.text)}" src="data:image/png;base64,{data}" style="max-width: 100%">'
        return {"text/html": f"<figure>{image}</figure>", "image/png": data, "text/plain": self.text}


def show(ax: Axes) -> Picture | Passages:
    """Show a picture in the notebook, with an alternative text made from what was drawn.

    ax : the Axes from any of the `plot_` functions, or one of your own.

    Returns an object for the last line of a cell; its text names the title, the labels and every figure drawn (two
    places), so that a screen reader can read the picture and a test sees when it changes. The figure is closed. For an
    empty table there is a sentence instead of a picture. Raises TypeError if `ax` is anything else.

    >>> from matplotlib.figure import Figure
    >>> ax = Figure().add_subplot(title="Who is quoted?")
    >>> bars = ax.bar([0, 1], [3, 2])
    >>> ticks = ax.set_xticks([0, 1], ["Peskov", "Lavrov"])
    >>> show(ax)
    Who is quoted? Peskov 3; Lavrov 2.
    """
    if not isinstance(ax, Axes):
        raise TypeError(f"expected the Axes of a picture, as a `plot_` function returns it, not {type(ax).__name__}")
    if not ax.axison and not ax.has_data():
        sentence = ax.texts[0].get_text()
        _close(ax.figure)
        return Passages(f"<p>{escape(sentence)}</p>", sentence)
    # Colour bars and legends are axes of their own, which repeat what the picture says.
    own = [other for other in ax.figure.axes if other is ax or not hasattr(other, "_colorbar")]
    text = " ".join(filter(None, (describe(other) for other in own))) or "An empty picture."
    png = _png(ax.figure)
    _close(ax.figure)
    return Picture(png, text)


def _png(figure):
    """The picture in few colours: a third of the size, since it stands in the notebook twice."""
    drawn, small = BytesIO(), BytesIO()
    figure.savefig(drawn, format="png", dpi=150, facecolor="white", pil_kwargs={"compress_level": 1})
    image = Image.open(drawn).convert("RGB")
    palette = Image.new("P", (1, 1))
    # A grid of shades is read by its shades.
    shades = 48 if any(axes.images for axes in figure.axes) else 16
    palette.putpalette([255, 255, 255, *_palette(np.asarray(image), shades)])
    image.quantize(palette=palette, dither=Image.Dither.NONE).save(small, format="png", optimize=True)
    return small.getvalue()


def _palette(pixels, shades):
    """The bright colours used most, as they are, so that small marks keep theirs; and shades between the other ones."""
    red, green, blue = np.moveaxis(pixels, 2, 0)
    light, dark = np.maximum(np.maximum(red, green), blue), np.minimum(np.minimum(red, green), blue)
    bright = pixels[light - dark > 40].astype(np.uint32) @ [65536, 256, 1]
    colours, counts = np.unique(bright, return_counts=True)
    kept = []
    for colour in colours[np.argsort(-counts, kind="stable")[:400]]:
        parts = np.array([colour >> 16, colour >> 8 & 255, colour & 255], dtype=int)
        # The many shades at the edges of a large mark leave room for the colour of a small one. The colours of two
        # outlets are farther apart.
        if len(kept) < 12 and all(abs(parts - other).sum() > 75 for other in kept):
            kept.append(parts)
    ink = pixels[dark < 250]
    if not len(ink):
        return []
    # Some 20,000 of them give the same shades as a million do.
    ink = ink[:: max(1, len(ink) // 20_000)]
    between = Image.fromarray(ink[None]).quantize(shades, kmeans=2, dither=Image.Dither.NONE).getpalette()
    return [int(part) for parts in kept for part in parts] + between[: 3 * shades]


def _close(figure):
    """A figure made by pyplot would be shown once more at the end of the cell."""
    if pyplot := sys.modules.get("matplotlib.pyplot"):
        pyplot.close(figure)
