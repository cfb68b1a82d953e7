"""The roof: the one place that knows every concrete part and puts them together."""
