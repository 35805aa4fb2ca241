"""Drawing with Pillow, which is imported with this module."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from PIL import Image, ImageChops, ImageDraw, ImageFont

Part = tuple[int, int, str]
"""Top, bottom and colour of a part of a bar."""

_SMOOTH = 8
"""Round corners are drawn so many times larger, then made smaller."""
_DIGIT_HEIGHT = 0.71
"""Of a digit, as a share of the font's size."""


class Canvas:
    """A picture that grows: rectangles on whole pixels, so that edges are sharp, and smooth text and corners."""

    def __init__(self, width: int, height: int, background: str, text_size: int) -> None:
        self._image = Image.new("RGB", (width, height), background)
        self._draw = ImageDraw.Draw(self._image)
        self._font = ImageFont.load_default(text_size)
        self._digit = text_size * _DIGIT_HEIGHT

    def width_of(self, text: str) -> float:
        """How wide a text is, in pixels."""
        return self._font.getlength(text)

    def text(self, text: str, x: float, y: float, colour: str, align: str = "middle") -> None:
        """Digits: `x` is their middle, or for `align` "right" their right end, `y` the middle of their height."""
        anchor = "rs" if align == "right" else "ms"
        self._draw.text((round(x), round(y + self._digit / 2)), text, colour, self._font, anchor)

    def rectangle(self, left: float, top: float, right: float, bottom: float, colour: str) -> None:
        """A filled rectangle, without its right column and bottom row."""
        self._draw.rectangle((round(left), round(top), round(right) - 1, round(bottom) - 1), colour)

    def stack(self, left: int, width: int, parts: Sequence[Part], radius: int) -> None:
        """Parts of a bar, from the ground up; the uppermost is round above, as far as the bar's size allows."""
        top, bottom = parts[-1][0], parts[0][1]
        before = self._image.crop((left, top, left + width, bottom))
        for upper, lower, colour in parts:
            self.rectangle(left, upper, left + width, lower, colour)
        bar = _rounded(width, bottom - top, min(radius, width // 4, bottom - top), above_only=True)
        self._image.paste(before, (left, top), ImageChops.invert(bar))

    def png(self, radius: int) -> bytes:
        """The picture as a file, transparent outside of round corners."""
        self._image.putalpha(_rounded(*self._image.size, radius))
        file = BytesIO()
        self._image.save(file, "PNG")
        return file.getvalue()


def _rounded(width: int, height: int, radius: int, above_only: bool = False) -> Image.Image:
    """A mask that is 255 inside of a rectangle with round corners, 0 outside."""
    mask = Image.new("L", (width, height), 255)
    corner = _corner(radius)
    right, bottom = width - radius, height - radius
    mirrored = corner.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    mask.paste(corner, (0, 0))
    mask.paste(mirrored, (right, 0))
    if not above_only:
        mask.paste(corner.transpose(Image.Transpose.FLIP_TOP_BOTTOM), (0, bottom))
        mask.paste(mirrored.transpose(Image.Transpose.FLIP_TOP_BOTTOM), (right, bottom))
    return mask


def _corner(radius: int) -> Image.Image:
    """The upper left corner of such a mask."""
    large = Image.new("L", (radius * _SMOOTH, radius * _SMOOTH), 0)
    ImageDraw.Draw(large).circle((radius * _SMOOTH, radius * _SMOOTH), radius * _SMOOTH, 255)
    return large.resize((radius, radius), Image.Resampling.BOX)
