### Titles, axes and captions of charts.
