"""Times of events: finds Arabic expressions of time, resolves them against the day of publication, dates claims."""

from musnad.reading.times.attach import attach
from musnad.reading.times.finder import find_times
from musnad.reading.times.model import Grain, TimeExpression, TimeKind

__all__ = ["Grain", "TimeExpression", "TimeKind", "attach", "find_times"]
