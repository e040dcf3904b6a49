"""How well the reader reads: gold documents, what is compared with them, and the floors."""
