package org.gfpaudit.analyzer.driver;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.gfpaudit.analyzer.load.SourceTree;
import org.gfpaudit.reports.diff.LineChanges;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.review.Lines;

/** Where lines went between two trees, by their texts; each file is looked at when it is asked. */
public final class TextLines implements Lines {
  private final SourceTree older;
  private final SourceTree newer;
  private final Map<String, LineChanges> forth = new HashMap<>();
  private final Map<String, LineChanges> back = new HashMap<>();

  public TextLines(SourceTree older, SourceTree newer) {
    this.older = older;
    this.newer = newer;
  }

  @Override
  public boolean isKnown() {
    return true;
  }

  @Override
  public int before(Place now) {
    return forth
        .computeIfAbsent(now.file(), file -> changes(older, newer, file))
        .before(now.line());
  }

  private int after(Place before) {
    return back.computeIfAbsent(before.file(), file -> changes(newer, older, file))
        .before(before.line());
  }

  /** What a text that is not there is like: all of it is new, and nothing is in it. */
  private static LineChanges changes(SourceTree from, SourceTree to, String file) {
    try {
      return LineChanges.between(from.readAsWritten(file), to.readAsWritten(file));
    } catch (IOException e) {
      return LineChanges.all();
    }
  }

  @Override
  public Place now(Place before) {
    int line = before.line();
    while (line > 0 && after(at(before, line)) == 0) {
      line--;
    }
    int now = line == 0 ? 1 : after(at(before, line)) + (line == before.line() ? 0 : 1);
    return new Place(
        before.file(), now, line == before.line() ? before.column() : 1, before.function());
  }

  private static Place at(Place place, int line) {
    return new Place(place.file(), line, 1, place.function());
  }

  @Override
  public boolean isThere(Place before) {
    return after(before) > 0;
  }

  @Override
  public boolean hasFile(String before) {
    try {
      newer.read(before);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public Lines back() {
    return new TextLines(/* older= */ newer, /* newer= */ older);
  }
}
