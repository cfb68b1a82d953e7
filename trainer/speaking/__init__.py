"""Line to sound: an edge."""
