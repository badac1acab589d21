"""The worked history 2013–2015: three rounds, the office's forms and the expected totals."""
