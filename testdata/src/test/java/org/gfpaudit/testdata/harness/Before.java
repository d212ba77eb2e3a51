package org.gfpaudit.testdata.harness;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.review.Lines;

/**
 * The older state of a program whose lines end in {@code /* before: CODE *}{@code /}: there CODE
 * stands in the line, and nothing else does. No line comes or goes.
 *
 * @param files by path
 */
record Before(Map<String, byte[]> files, Map<String, List<Boolean>> changed) implements Lines {
  private static final Pattern LINE = Pattern.compile("(?m)^.*?/\\* before: ?(.*?)\\*/$");

  static Before of(Map<String, byte[]> now) {
    Map<String, byte[]> files = new TreeMap<>();
    Map<String, List<Boolean>> changed = new TreeMap<>();
    now.forEach(
        (path, bytes) -> {
          String text = new String(bytes, StandardCharsets.ISO_8859_1);
          Matcher line = LINE.matcher(text);
          String before = line.replaceAll(found -> Matcher.quoteReplacement(found.group(1)));
          files.put(path, before.getBytes(StandardCharsets.ISO_8859_1));
          changed.put(path, text.lines().map(each -> LINE.matcher(each).matches()).toList());
        });
    return new Before(files, changed);
  }

  /** Whether there is any difference. */
  boolean isOther() {
    return changed.values().stream().anyMatch(lines -> lines.contains(true));
  }

  private boolean isChanged(Place place) {
    List<Boolean> lines = changed.getOrDefault(place.file(), List.of());
    return place.line() <= lines.size() && lines.get(place.line() - 1);
  }

  @Override
  public boolean isKnown() {
    return true;
  }

  @Override
  public int before(Place now) {
    return isChanged(now) ? 0 : now.line();
  }

  @Override
  public Place now(Place before) {
    return before;
  }

  @Override
  public boolean isThere(Place before) {
    return !isChanged(before);
  }

  @Override
  public boolean hasFile(String before) {
    return true;
  }

  @Override
  public Lines back() {
    return this;
  }
}
