package org.gfpaudit.reports.html;

import static org.gfpaudit.reports.html.Markup.with;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.grammar.source.Span;
import org.gfpaudit.reports.format.MaskFinder;
import org.gfpaudit.reports.format.ShownBytes;
import org.gfpaudit.reports.format.SourceLookup;
import org.gfpaudit.rules.finding.Flagged;
import org.gfpaudit.rules.finding.Place;

/** Lines of source in colour, with numbers, and with what matters to a finding marked. */
final class SourceLines {
  private static final int MAX_WIDTH = 160;
  private static final int LEAD = 60;
  private static final int MAX_MARKED_LINES = 8;
  private static final int KEPT = 32;

  private final SourceLookup sources;
  private final Predicate<String> isScope;
  private final Map<String, CodeColours> recent =
      new LinkedHashMap<>(KEPT * 2, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CodeColours> eldest) {
          return size() > KEPT;
        }
      };

  /**
   * @param isScope whether a word of the code has to do with task scopes
   */
  SourceLines(SourceLookup sources, Predicate<String> isScope) {
    this.sources = sources;
    this.isScope = isScope;
  }

  /** The lines around what a finding points at; empty where they cannot be had. */
  String of(Flagged flagged, int around) {
    Optional<SourceText> source = sourceWith(flagged.place());
    if (source.isEmpty()) {
      return "";
    }
    int start = start(source.get(), flagged.place());
    List<Mark> marks = new ArrayList<>();
    marks.add(new Mark(Mark.Kind.CALL, name(source.get(), start)));
    MaskFinder.find(source.get(), start, flagged.mask())
        .ifPresent(span -> marks.add(new Mark(Mark.Kind.MASK, span)));
    MaskFinder.find(source.get(), start, flagged.mapping())
        .ifPresent(span -> marks.add(new Mark(Mark.Kind.MAPPING, span)));
    return lines(source.get(), flagged.place().line(), marks, around);
  }

  /** The lines around a step. */
  String of(Place place, int around) {
    Optional<SourceText> source = sourceWith(place);
    if (source.isEmpty()) {
      return "";
    }
    Span name = name(source.get(), start(source.get(), place));
    return lines(source.get(), place.line(), List.of(new Mark(Mark.Kind.CALL, name)), around);
  }

  /** The source of a place that is in it. */
  private Optional<SourceText> sourceWith(Place place) {
    return sources
        .source(place.file())
        .filter(source -> place.line() >= 1 && place.line() <= source.lineCount())
        .filter(source -> place.column() >= 1 && start(source, place) < end(source, place.line()));
  }

  private static int start(SourceText source, Place place) {
    return source.lineSpan(place.line()).start() + place.column() - 1;
  }

  private static int end(SourceText source, int line) {
    return source.lineSpan(line).end();
  }

  private static Span name(SourceText source, int start) {
    int end = start;
    while (end < source.length() && SourceText.isWord(source.bytes()[end])) {
      end++;
    }
    return new Span(start, Math.max(end, start + 1));
  }

  private String lines(SourceText source, int flagged, List<Mark> marks, int around) {
    TreeSet<Integer> numbers = new TreeSet<>();
    for (Mark mark : marks) {
      int first = source.line(mark.span().start());
      int last = Math.min(first + MAX_MARKED_LINES, source.line(mark.span().end() - 1));
      for (int line = first - around; line <= last + around; line++) {
        if (line >= 1 && line <= source.lineCount()) {
          numbers.add(line);
        }
      }
    }
    CodeColours colours =
        recent.computeIfAbsent(source.path(), path -> new CodeColours(source.bytes()));
    Markup out = new Markup();
    int before = 0;
    for (int number : numbers) {
      if (before > 0 && number > before + 1) {
        out.element("i", "   ...", with("class", "n")).line();
      }
      before = number;
      if (number == flagged) {
        out.open("b");
      }
      out.element(
          "i", (number == flagged ? "> " : "  ") + "%5d ".formatted(number), with("class", "n"));
      new Line(source, colours, withScopes(source, colours, marks, number), out).write(number);
      if (number == flagged) {
        out.close("b");
      }
      out.line();
    }
    return out.whole();
  }

  private List<Mark> withScopes(
      SourceText source, CodeColours colours, List<Mark> marks, int number) {
    List<Mark> all = new ArrayList<>(marks);
    Span line = source.lineSpan(number);
    for (int at = line.start(); at < line.end(); ) {
      Span word = name(source, at);
      boolean isCode =
          colours.at(at) == CodeColours.Colour.PLAIN && SourceText.isWord(source.bytes()[at]);
      if (isCode && isScope.test(source.text(word))) {
        all.add(new Mark(Mark.Kind.SCOPE, word));
      }
      at = word.end();
    }
    return all;
  }

  /** One line on its way into the page. */
  private record Line(SourceText source, CodeColours colours, List<Mark> marks, Markup out) {
    void write(int number) {
      Span span = source.lineSpan(number);
      int at = from(span);
      if (at > span.start()) {
        out.text("...");
      }
      int column = 0;
      Optional<Mark.Kind> marked = Optional.empty();
      CodeColours.Colour colour = CodeColours.Colour.PLAIN;
      StringBuilder run = new StringBuilder();
      while (at < span.end() && column < MAX_WIDTH) {
        Optional<Mark.Kind> here = marked(at);
        // What is white has no colour; so runs are longer and the page is smaller.
        CodeColours.Colour own = source.bytes()[at] == ' ' ? colour : colours.at(at);
        if (!here.equals(marked) || own != colour) {
          put(run, colour);
          colour = own;
        }
        if (!here.equals(marked)) {
          marked.ifPresent(kind -> out.close("mark"));
          here.ifPresent(kind -> out.open("mark", with("class", kind.word())));
          marked = here;
        }
        int length = ShownBytes.lengthAt(source.bytes(), at, span.end());
        String shown = ShownBytes.at(source, at, length, column);
        run.append(shown);
        column += shown.codePointCount(0, shown.length());
        at += length;
      }
      put(run, colour);
      marked.ifPresent(kind -> out.close("mark"));
      if (at < span.end()) {
        out.text("...");
      }
    }

    /** A line of megabytes is shown from shortly before what is marked in it. */
    private int from(Span span) {
      int first =
          marks.stream()
              .map(mark -> mark.span().start())
              .filter(span::contains)
              .min(Integer::compare)
              .orElse(span.start());
      return first - span.start() < MAX_WIDTH - LEAD ? span.start() : first - LEAD;
    }

    private Optional<Mark.Kind> marked(int at) {
      boolean isWhite = source.bytes()[at] == ' ' || source.bytes()[at] == '\t';
      return marks.stream()
          .filter(mark -> mark.span().contains(at))
          .filter(mark -> !isWhite || !isIndentation(at))
          .map(Mark::kind)
          .findFirst();
    }

    private boolean isIndentation(int at) {
      int start = source.lineSpan(source.line(at)).start();
      for (int i = start; i < at; i++) {
        if (source.bytes()[i] != ' ' && source.bytes()[i] != '\t') {
          return false;
        }
      }
      return true;
    }

    private void put(StringBuilder run, CodeColours.Colour colour) {
      if (run.length() == 0) {
        return;
      }
      if (colour == CodeColours.Colour.PLAIN || run.toString().isBlank()) {
        out.text(run.toString());
      } else {
        out.element("c-", run.toString(), with("class", colour.mark()));
      }
      run.setLength(0);
    }
  }
}
