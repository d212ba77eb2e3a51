package org.gfpaudit.analyzer.scope;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gfpaudit.analyzer.model.CallEdge;
import org.gfpaudit.analyzer.model.CallEdges;
import org.gfpaudit.analyzer.model.Model;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.rules.knowledge.Idiom;

/**
 * Functions that can be run by others than those who are seen to: their name is returned or chosen
 * by a {@code ?:}, stands in a macro at file scope ({@code module_init(f);}), in an attribute or an
 * operand of assembly, or a macro of their file puts it together. Looked for in their own file, and
 * the first kind in those of their callers too. The index has no such places, so the texts are
 * searched.
 */
final class GivenAway {
  private static final Pattern BEFORE = Pattern.compile("(\\w+)\\s*##");
  private static final Pattern BEHIND = Pattern.compile("##\\s*(\\w+)");

  private final Model model;
  private final CallEdges edges;
  private final String namedOnly;

  GivenAway(Model model, CallEdges edges) {
    this.model = model;
    this.edges = edges;
    this.namedOnly =
        model.knowledge().idioms(Idiom.Kind.NAMED).stream()
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
  }

  /** Whether somebody may have the address of a function from there. */
  boolean mayBe(Entity function) {
    SourceFile own = model.index().fileOf(function);
    String name = model.program().name(function);
    Stream<Pattern> elsewhere =
        Stream.of(inMacro(Pattern.quote(name)), inAttribute(Pattern.quote(name)));
    return isReturned(function, Pattern.quote(name))
        || elsewhere.anyMatch(pattern -> model.program().isFound(own, pattern))
        || isPutTogether(name, own);
  }

  private boolean isReturned(Entity function, String name) {
    // The name comes first, and what is in front of it is looked at afterwards: that is far faster.
    Pattern given =
        Pattern.compile(
            name + "(?<=(?:\\breturn\\s{1,9}|[?:]\\s{0,9})&?" + name + ")(?!\\w)(?!\\s*\\()");
    List<SourceFile> files =
        Stream.concat(Stream.of(function), edges.directCallersOf(function).map(CallEdge::caller))
            .map(model.index()::fileOf)
            .distinct()
            .toList();
    return files.stream().anyMatch(file -> model.program().isFound(file, given));
  }

  /** An argument of a macro in column 0, or what it is written to run: {@code FREE(n, f(_T))}. */
  private Pattern inMacro(String name) {
    String but = namedOnly.isEmpty() ? "" : "(?!" + namedOnly + ")";
    return Pattern.compile(
        "(?m)^(?:static\\s{1,5})?"
            + but
            + "\\w++\\s*\\((?:(?!"
            + name
            + "(?!\\w))\\w++|[^;{}()\\w]++|\\([^;{}()]*+\\))*+"
            + name
            + "(?!\\w)");
  }

  private static Pattern inAttribute(String name) {
    return Pattern.compile(
        "(?:cleanup(?:__)?\\s*\\(\\s*"
            + "|alias(?:__)?\\s*\\(\\s*\""
            + "|\"[a-zA-Z]{1,4}\"\\s*\\(\\s*&?"
            + "|\\basm[\\w\\s]*\\(\\s*\"[^\"]*?(?<!\\w))"
            + name
            + "(?!\\w)");
  }

  /** Whether a use of a macro of a file makes the name with {@code ##}. */
  private boolean isPutTogether(String name, SourceFile file) {
    SourceIndex index = model.index();
    for (Entity macro : index.entitiesOf(file)) {
      if (index.kind(macro) == EntityKind.FUNCTION_MACRO) {
        String text = model.program().textOf(macro).text(index.extent(macro));
        if (text.contains("##")) {
          Set<String> parts = parts(name, text);
          if (!parts.isEmpty() && isUsedWith(model.program().name(macro), parts, file)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private boolean isUsedWith(String macro, Set<String> parts, SourceFile file) {
    Pattern use =
        Pattern.compile(
            "(?m)^(?!\\s*#).*\\b"
                + Pattern.quote(macro)
                + "\\s*\\([^;{}]*?(?<!\\w)(?:"
                + String.join("|", parts)
                + ")(?!\\w)");
    return model.program().isFound(file, use);
  }

  /** The arguments with which a macro of that text makes a name, of what is before or behind. */
  private static Set<String> parts(String name, String text) {
    Set<String> parts = new TreeSet<>();
    Matcher before = BEFORE.matcher(text);
    while (before.find()) {
      if (name.startsWith(before.group(1)) && name.length() > before.group(1).length()) {
        parts.add(name.substring(before.group(1).length()));
      }
    }
    Matcher behind = BEHIND.matcher(text);
    while (behind.find()) {
      String tail = behind.group(1);
      Set<String> wholes = new TreeSet<>(parts);
      wholes.add(name);
      for (String whole : wholes) {
        if (whole.endsWith(tail) && whole.length() > tail.length()) {
          parts.add(whole.substring(0, whole.length() - tail.length()));
        }
      }
    }
    return parts;
  }
}
