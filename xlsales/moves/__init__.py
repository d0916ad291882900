"""Moves: what follows a table when it gains or loses rows? All that names its cells."""
