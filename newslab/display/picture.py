"""An Axes as a picture in a notebook, with its figures in words."""

import sys
from base64 import b64encode
from html import escape
from io import BytesIO

from PIL import Image

from newslab.display.describe import describe


class Picture:
    """What a notebook shows: the picture with its alternative text, and the text alone where there are no pictures."""

    def __init__(self, png, text):
        self.png, self.text = png, text

    def __repr__(self):
        return self.text

    def _repr_mimebundle_(self, include=None, exclude=None):
        data = b64encode(self.png).decode("ascii")
        image = f'<img alt="{escape(self.text)}" src="data:image/png;base64,{data}" style="max-width: 100%">'
        return {"text/html": f"<figure>{image}</figure>", "image/png": data, "text/plain": self.text}


def show(ax):
    """Show a picture in the notebook, with an alternative text read off what was drawn.

    ax : the Axes from any of the `plot_` functions, or one of your own.

    Returns an object for the last line of a cell; its text names the title, the labels and every figure drawn (two
    places), so that a screen reader tells the picture and a test sees when it changes. The figure is closed.

    >>> from matplotlib.figure import Figure
    >>> ax = Figure().add_subplot(title="Who is quoted?")
    >>> bars = ax.bar([0, 1], [3, 2])
    >>> ticks = ax.set_xticks([0, 1], ["Peskov", "Lavrov"])
    >>> show(ax)
    Who is quoted? Peskov 3; Lavrov 2.
    """
    # Colour bars and legends are axes of their own, which repeat what the picture says.
    own = [other for other in ax.figure.axes if other is ax or not hasattr(other, "_colorbar")]
    text = " ".join(filter(None, (describe(other) for other in own))) or "An empty picture."
    png = _png(ax.figure)
    _close(ax.figure)
    return Picture(png, text)


def _png(figure):
    """The picture in a palette: a third of the size, since it stands in the notebook twice."""
    drawn, small = BytesIO(), BytesIO()
    figure.savefig(drawn, format="png", dpi=150, facecolor="white")
    image = Image.open(drawn).convert("RGB").quantize(32, dither=Image.Dither.NONE)
    image.save(small, format="png", optimize=True)
    return small.getvalue()


def _close(figure):
    """A figure made by pyplot would be shown once more at the end of the cell."""
    if pyplot := sys.modules.get("matplotlib.pyplot"):
        pyplot.close(figure)
