package org.gfpaudit.analyzer.model;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.rules.knowledge.Idiom;
import org.gfpaudit.rules.knowledge.Knowledge;

/**
 * Who hands a field to something that can store in it, by a look at the text: the address of the
 * field, or the field itself to a call that assigns to its argument, {@code WRITE_ONCE(x->f, v)}.
 * Safe for several threads.
 */
public final class FieldHanders {
  private final Program program;
  private final String assigning;
  private final ConcurrentMap<String, List<Entity>> known = new ConcurrentHashMap<>();

  FieldHanders(Program program, Knowledge knowledge) {
    this.program = program;
    this.assigning =
        knowledge.idioms(Idiom.Kind.ASSIGN).stream()
            .map(Pattern::quote)
            .collect(Collectors.joining("|", "\\b(?:", ")\\s*\\("));
  }

  /** The definitions that may store in a field of that name in such a way, in order. */
  public List<Entity> of(String field) {
    List<Entity> found = known.get(field);
    if (found == null) {
      found = find(field);
      known.put(field, found);
    }
    return found;
  }

  private List<Entity> find(String field) {
    SourceIndex index = program.index();
    // Only an address stands behind a parenthesis, a comma or an equals sign.
    Pattern handed =
        Pattern.compile(
            "(?:[(,=]\\s*&[\\s\\w.>\\-\\[\\]()]{0,100}?|"
                + assigning
                + "[^;]{0,200}?)(?:->|\\.)\\s*"
                + Pattern.quote(field)
                + "\\b");
    List<Entity> all = new ArrayList<>();
    for (Entity reader : index.fieldReaders(field)) {
      String text = program.textOf(reader).text(index.extent(reader));
      if (handed.matcher(text).find()) {
        all.add(reader);
      }
    }
    return List.copyOf(all);
  }
}
