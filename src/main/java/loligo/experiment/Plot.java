package loligo.experiment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What to draw of a study: columns `y` against `x`; without `x`, against time or the varied number.
public record Plot(String of, @Nullable String x, List<String> y) {}
