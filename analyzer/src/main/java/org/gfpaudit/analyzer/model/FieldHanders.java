package org.gfpaudit.analyzer.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.SourceIndex;
import org.gfpaudit.rules.knowledge.Knowledge;

/**
 * Who hands a field to something that can store in it, by a look at the text: the address of the
 * field, or the field itself to a call that assigns to its argument: {@code WRITE_ONCE(x->f, v)},
 * or any macro of the tree that may. Safe for several threads.
 */
public final class FieldHanders {
  /** A call begins at most so many characters before what it is handed. */
  private static final int MAX_BEFORE = 200;

  private static final Pattern CALL = Pattern.compile("\\b([A-Za-z_]\\w*)\\s*\\(");

  private final Program program;
  private final Set<String> writers;
  private final Memo<String, List<Entity>> known;

  FieldHanders(Program program, Knowledge knowledge) {
    this.program = program;
    this.known = new Memo<>(program.tracing(), "field handers");
    this.writers = Set.copyOf(knowledge.writers());
  }

  /** The definitions that may store in a field of that name in such a way, in order. */
  public List<Entity> of(String field) {
    return known.get(field, this::find);
  }

  private List<Entity> find(String field) {
    SourceIndex index = program.index();
    // Only an address stands behind a parenthesis, a comma or an equals sign.
    Pattern addressed =
        Pattern.compile("[(,=]\\s*&[\\s\\w.>\\-\\[\\]()]{0,100}?(?:->|\\.)\\s*" + word(field));
    Pattern named = Pattern.compile("(?:->|\\.)\\s*" + word(field));
    List<Entity> all = new ArrayList<>();
    for (Entity reader : index.fieldReaders(field)) {
      String text = program.textOf(reader).text(index.extent(reader));
      if (addressed.matcher(text).find()
          || named.matcher(text).results().anyMatch(use -> isAssigned(text, use.start()))) {
        all.add(reader);
      }
    }
    return List.copyOf(all);
  }

  private static String word(String field) {
    return Pattern.quote(field) + "\\b";
  }

  /** Whether something that assigns to its arguments is called in the statement before a use. */
  private boolean isAssigned(String text, int use) {
    int start = Math.max(0, use - MAX_BEFORE);
    start = Math.max(start, text.lastIndexOf(';', use) + 1);
    for (Matcher call = CALL.matcher(text).region(start, use); call.find(); ) {
      if (assigns(call.group(1))) {
        return true;
      }
    }
    return false;
  }

  private boolean assigns(String name) {
    return writers.contains(name)
        || program.index().definitions(name).stream()
            .anyMatch(
                definition ->
                    program.index().kind(definition) == EntityKind.FUNCTION_MACRO
                        && program.macroTexts().mayAssign(definition));
  }
}
