"""Files, their text, and the place of anything in it."""
