package org.gfpaudit.analyzer.recall;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gfpaudit.rules.finding.AuditResult;
import org.gfpaudit.rules.finding.Finding;
import org.gfpaudit.rules.finding.Place;
import org.gfpaudit.rules.finding.Problem;

/** Brings a result to where the lines went that it speaks of. */
final class Relocation {
  /** A line that is named without its file: that of what is flagged. */
  private static final Pattern BARE_LINE = Pattern.compile("\\bline \\d");

  /** The file is not the end of a longer path. */
  private static final String START = "(?<![\\w/.-])";

  private final Map<String, LineShift> shifts;

  /**
   * @param shifts by path, of the files of which something moved
   */
  Relocation(Map<String, LineShift> shifts) {
    this.shifts = shifts;
  }

  /** The same result at its new places; empty where it speaks of a line that cannot be told. */
  Optional<AuditResult> of(AuditResult result) {
    try {
      return Optional.of((AuditResult) moved(result, AuditResult.class));
    } catch (LostLineException e) {
      return Optional.empty();
    }
  }

  /** Somewhere down in a result is a line that cannot be told any more. */
  private static final class LostLineException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private Object moved(Object value, Type type) {
    if (type instanceof ParameterizedType generic) {
      return movedGeneric(value, generic);
    } else if (value instanceof Place place) {
      return moved(place);
    } else if (value instanceof Problem problem) {
      return moved(problem);
    } else if (value instanceof String text) {
      return moved(text);
    } else if (!(value instanceof Record)) {
      return value;
    }
    if (value instanceof Finding finding && shifts.containsKey(finding.place().file())) {
      requireNoBareLine(finding);
    }
    RecordForm form = RecordForm.of((Class<?>) type);
    Object[] values = new Object[form.size()];
    boolean isMoved = false;
    for (int i = 0; i < values.length; i++) {
      Object before = form.get(i, value);
      values[i] = moved(before, form.type(i));
      isMoved |= values[i] != before;
    }
    return isMoved ? form.make(values) : value;
  }

  private Object movedGeneric(Object value, ParameterizedType type) {
    Type element = type.getActualTypeArguments()[0];
    if (value instanceof Optional<?> optional) {
      return optional.map(content -> moved(content, element));
    }
    if (value instanceof Map) {
      return value; // What a stage counted.
    }
    if (!(value instanceof List<?> list)) {
      throw new IllegalArgumentException("no form for " + type);
    }
    List<Object> result = new ArrayList<>(list.size());
    boolean isMoved = false;
    for (Object before : list) {
      Object now = moved(before, element);
      isMoved |= now != before;
      result.add(now);
    }
    return isMoved ? result : value;
  }

  private Place moved(Place place) {
    LineShift shift = shifts.get(place.file());
    return shift == null
        ? place
        : new Place(place.file(), line(shift, place.line()), place.column(), place.function());
  }

  private Problem moved(Problem problem) {
    LineShift shift = shifts.get(problem.file());
    return new Problem(
        problem.file(),
        shift == null || problem.line() <= 0 ? problem.line() : line(shift, problem.line()),
        moved(problem.message()),
        problem.severe(),
        problem.unread());
  }

  private static int line(LineShift shift, int line) {
    OptionalInt now = shift.now(line);
    if (now.isEmpty()) {
      throw new LostLineException();
    }
    return now.getAsInt();
  }

  /** Texts name places as {@link Place#fileAndLine} does. */
  private String moved(String text) {
    String result = text;
    for (Map.Entry<String, LineShift> shift : shifts.entrySet()) {
      String file = shift.getKey() + ":";
      if (result.contains(file)) {
        Matcher line = Pattern.compile(START + Pattern.quote(file) + "(\\d{1,9})").matcher(result);
        result =
            line.replaceAll(
                found ->
                    Matcher.quoteReplacement(
                        file + line(shift.getValue(), Integer.parseInt(found.group(1)))));
      }
    }
    return result;
  }

  private static void requireNoBareLine(Finding finding) {
    boolean isBare =
        BARE_LINE.matcher(finding.message()).find()
            || BARE_LINE.matcher(finding.reason()).find()
            || finding.witness().stream().anyMatch(step -> BARE_LINE.matcher(step.text()).find());
    if (isBare) {
      throw new LostLineException();
    }
  }
}
