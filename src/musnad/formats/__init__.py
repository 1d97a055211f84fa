"""Views of readings, claims and ties for other programs: JSON by the published contract, and flat rows for CSV."""
