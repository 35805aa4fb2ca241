"""Numbers -> pictures: pure, without Discord. They hold no words, so that they need no translation."""

from bot.pictures.charts import Bar, Chart, Key, chart_of
from bot.pictures.drawing import png_of
from bot.pictures.periods import Period

__all__ = ["Bar", "Chart", "Key", "Period", "chart_of", "png_of"]
