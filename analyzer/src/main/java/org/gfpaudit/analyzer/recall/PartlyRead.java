package org.gfpaudit.analyzer.recall;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.gfpaudit.analyzer.model.Program;
import org.gfpaudit.analyzer.model.TextReads;
import org.gfpaudit.grammar.index.Entity;
import org.gfpaudit.grammar.index.SourceFile;
import org.gfpaudit.grammar.segment.ContentKey;
import org.gfpaudit.grammar.segment.FileEntities;
import org.gfpaudit.grammar.segment.SegmentIndex;
import org.gfpaudit.grammar.source.SourceText;
import org.gfpaudit.grammar.source.Span;

/**
 * What an audit read of the text of one file, where it did not read all of it. As long as these
 * definitions and answers stay what they were, the file may change as it likes.
 *
 * @param definitions those that were read, in order
 * @param searches the patterns that were searched for in the whole text, and whether they were
 *     found
 */
record PartlyRead(List<Definition> definitions, Map<String, Boolean> searches) {
  private static final int NO_LINE = 0;

  /** Of a path or pattern; a file with longer ones counts as read whole. */
  private static final int MOST_CHARACTERS = 10_000;

  /**
   * A definition that was read.
   *
   * @param ordinal its place among the entities of its file, from 0
   * @param line the 1-based line of its first byte; 0 where the audit asked for no line of its file
   * @param column the 1-based column of its first byte, 0 like the line
   * @param lastLine the line of its last byte, 0 like the line
   * @param hash of its bytes, with the key of the store
   */
  record Definition(int ordinal, int line, int column, int lastLine, long hash) {}

  /**
   * What was read of each file, by path; those that may have been read whole are not among them.
   */
  static Map<String, PartlyRead> of(SegmentIndex index, Program program, ContentKey key) {
    TextReads reads = program.reads();
    Map<SourceFile, List<Definition>> definitions = new TreeMap<>();
    Set<SourceFile> shrunk = new HashSet<>();
    for (Entity entity : reads.definitions()) {
      if (index.extent(entity).end() > program.textOf(entity).length()) {
        shrunk.add(index.fileOf(entity)); // Since it was scanned: it counts as read whole.
      } else {
        definitions
            .computeIfAbsent(index.fileOf(entity), f -> new ArrayList<>())
            .add(definition(index, program.textOf(entity), entity, key));
      }
    }
    Map<String, PartlyRead> result = new TreeMap<>();
    definitions.forEach(
        (file, read) -> {
          PartlyRead parts = new PartlyRead(read, reads.searches(file));
          boolean isShort =
              index.path(file).length() <= MOST_CHARACTERS
                  && parts.searches.keySet().stream().allMatch(p -> p.length() <= MOST_CHARACTERS);
          if (!reads.isReadWhole(file) && isShort && !shrunk.contains(file)) {
            result.put(index.path(file), parts);
          }
        });
    return result;
  }

  private static Definition definition(
      SegmentIndex index, SourceText text, Entity entity, ContentKey key) {
    Span extent = index.extent(entity);
    boolean hasLines = text.hasLines();
    return new Definition(
        index.ordinal(entity),
        hasLines ? text.line(extent.start()) : NO_LINE,
        hasLines ? text.column(extent.start()) : NO_LINE,
        hasLines ? text.line(extent.end()) : NO_LINE,
        hash(text, extent, key));
  }

  private static long hash(SourceText text, Span span, ContentKey key) {
    return key.mark(text.bytes(), span.start(), span.length()).a();
  }

  /**
   * Where the lines of these definitions went, or empty where an audit could read something else
   * than it did.
   *
   * @param text the file as it is now
   */
  Optional<LineShift> shift(
      FileEntities before, FileEntities now, SourceText text, ContentKey key) {
    LineShift shift = new LineShift();
    Map<String, List<Integer>> ordinalsBefore = byName(before);
    Map<String, List<Integer>> ordinalsNow = byName(now);
    int last = -1;
    for (Definition read : definitions) {
      String name = key(before, read.ordinal);
      List<Integer> then = ordinalsBefore.getOrDefault(name, List.of());
      List<Integer> here = ordinalsNow.getOrDefault(name, List.of());
      if (then.size() != here.size()) {
        return Optional.empty();
      }
      int ordinal = here.get(then.indexOf(read.ordinal));
      if (ordinal <= last || !isAlike(read, before, ordinal, now, text, key)) {
        return Optional.empty();
      }
      last = ordinal;
      if (read.line != NO_LINE) {
        Span extent = now.extent(ordinal);
        if (text.column(extent.start()) != read.column) {
          return Optional.empty();
        }
        shift.add(read.line, read.lastLine, text.line(extent.start()) - read.line);
      }
    }
    return areFoundAlike(text) ? Optional.of(shift) : Optional.empty();
  }

  private static Map<String, List<Integer>> byName(FileEntities entities) {
    Map<String, List<Integer>> ordinals = new TreeMap<>();
    for (int ordinal = 0; ordinal < entities.count(); ordinal++) {
      ordinals.computeIfAbsent(key(entities, ordinal), k -> new ArrayList<>()).add(ordinal);
    }
    return ordinals;
  }

  private static String key(FileEntities entities, int ordinal) {
    return entities.name(ordinal) + " " + entities.kind(ordinal);
  }

  private static boolean isAlike(
      Definition read,
      FileEntities before,
      int ordinal,
      FileEntities now,
      SourceText text,
      ContentKey key) {
    Span extent = now.extent(ordinal);
    return before.flags(read.ordinal) == now.flags(ordinal)
        && before.extent(read.ordinal).length() == extent.length()
        && before.nameOffset(read.ordinal) - before.extent(read.ordinal).start()
            == now.nameOffset(ordinal) - extent.start()
        && extent.end() <= text.length()
        && hash(text, extent, key) == read.hash
        && before.condition(read.ordinal).equals(now.condition(ordinal))
        && before.calls(read.ordinal).equals(now.calls(ordinal));
  }

  private boolean areFoundAlike(SourceText text) {
    String all = searches.isEmpty() ? "" : text.text();
    for (Map.Entry<String, Boolean> search : searches.entrySet()) {
      try {
        if (Pattern.compile(search.getKey()).matcher(all).find() != search.getValue()) {
          return false;
        }
      } catch (PatternSyntaxException e) {
        return false; // Nothing that this program wrote.
      }
    }
    return true;
  }
}
