"""How does Excel run it? Buttons, worksheet functions and the ribbon of an .xlsm."""
