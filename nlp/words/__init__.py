"""What editors' phrases find: symptoms, causes, phases, and whether a text matters at all."""
