"""Times of events: finds Arabic expressions of time, resolves them against the day of publication, dates claims."""

from musnad.reading.times.attach import Statement, attach
from musnad.reading.times.finder import find_times
from musnad.reading.times.layout import DatedText
from musnad.reading.times.model import Grain, TimeExpression, TimeKind

__all__ = ["DatedText", "Grain", "Statement", "TimeExpression", "TimeKind", "attach", "find_times"]
