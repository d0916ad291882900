"""What follows when a table gains or loses rows? All that names its cells."""
