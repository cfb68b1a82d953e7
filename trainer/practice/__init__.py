"""What the kept facts add up to: progress, the map, tension, the page after a visit, plain words. Pure (floor 3)."""
