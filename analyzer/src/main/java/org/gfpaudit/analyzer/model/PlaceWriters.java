package org.gfpaudit.analyzer.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.EntityKind;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.index.SourceIndex;

/**
 * Who sets fields of a struct by their place in a list: {@code struct walk local = { 1, GFP_NOFS
 * }}. The list may be one of a struct around it, as in {@code struct scan all = { 1, { 2, GFP_NOFS
 * } }}, if that is defined in the same file. Safe for several threads.
 */
public final class PlaceWriters {
  /** A member that is a struct, and no pointer to one. */
  private static final Pattern MEMBER =
      Pattern.compile("\\b(struct|union)\\s+([A-Za-z_]\\w*)\\s+[A-Za-z_{]");

  private final Program program;
  private final Memo<String, NavigableSet<Entity>> known;

  PlaceWriters(Program program) {
    this.program = program;
    this.known = new Memo<>(program.tracing(), "place writers");
  }

  /**
   * The definitions that may set fields of a struct so; {@code struct} is as in {@code struct x}.
   */
  public NavigableSet<Entity> of(String struct) {
    return known.get(struct, this::find);
  }

  private NavigableSet<Entity> find(String struct) {
    SourceIndex index = program.index();
    NavigableSet<String> structs = new TreeSet<>(List.of(struct));
    Deque<String> pending = new ArrayDeque<>(structs);
    while (!pending.isEmpty()) {
      String inner = pending.pop();
      for (Entity definition : index.definitions(inner)) {
        for (String outer : around(inner, index.fileOf(definition))) {
          if (structs.add(outer)) {
            pending.add(outer);
          }
        }
      }
    }
    NavigableSet<Entity> writers = new TreeSet<>();
    for (String each : structs) {
      index.find(each).map(index::fieldWriters).ifPresent(writers::addAll);
    }
    return writers;
  }

  /** The structs of a file that hold one, of those that are set by place somewhere. */
  private NavigableSet<String> around(String inner, SourceFile file) {
    SourceIndex index = program.index();
    NavigableSet<String> found = new TreeSet<>();
    for (Entity entity : index.entitiesOf(file)) {
      if (index.kind(entity) == EntityKind.STRUCT
          && !index.fieldWriters(index.nameOf(entity)).isEmpty()) {
        Matcher member = MEMBER.matcher(program.textOf(entity).text(index.extent(entity)));
        while (member.find()) {
          if (inner.equals(member.group(1) + " " + member.group(2))) {
            found.add(index.text(index.nameOf(entity)));
          }
        }
      }
    }
    return found;
  }
}
