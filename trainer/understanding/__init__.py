"""Understanding: which reply was meant. Pure: no clock, dice, threads, disk or Qt."""
