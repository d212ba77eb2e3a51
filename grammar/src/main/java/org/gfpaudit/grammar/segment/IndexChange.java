package org.gfpaudit.grammar.segment;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.gfpaudit.grammar.index.SourceFile;

/**
 * In what an index differs from an earlier one that numbers the same entities: files with another
 * content, and what these add to answers. Safe for several threads.
 */
public final class IndexChange {
  private final BitSet changed;
  private final List<InFile> files;

  IndexChange(BitSet changed, List<InFile> files) {
    this.changed = changed;
    this.files = files;
  }

  /** Whether a file has the content that it had. */
  public boolean isSame(SourceFile file) {
    return !changed.get(file.number());
  }

  /** The contents that the files had that have another one now. */
  public Set<FileContent> gone() {
    return files.stream()
        .map(file -> new FileContent(file.before.segment, file.before.number))
        .collect(Collectors.toSet());
  }

  /** Whether a question about a name has the answer that it had. */
  public boolean isAnsweredTheSame(Question question, String name) {
    return files.stream().allMatch(file -> file.isAnsweredTheSame(question, name));
  }

  /** A file in its segment. */
  record Slot(Segment segment, int number) {
    int first() {
      return segment.slots().firstEntity().get(number);
    }

    int end() {
      return segment.slots().firstEntity().get(number + 1);
    }

    /** What the file adds to an answer, its entities by their places in it. */
    List<Object> answer(Question question, String name) {
      List<Object> answer = new ArrayList<>();
      if (question.isByHash()) {
        segment.arguments().collect(question.hash(name), entity -> add(entity, answer));
        return answer;
      }
      int local = find(name);
      if (local < 0) {
        return answer;
      }
      for (int place : question.rows(segment).row(local)) {
        if (!question.isAboutInitializers()) {
          add(place, answer);
          continue;
        }
        Segment.Initializers all = segment.initializers();
        if (add(all.entity().get(place), answer)) {
          answer.add(segment.names().name(all.field().get(place)));
          answer.add(segment.names().name(all.value().get(place)));
          answer.add(all.offset().get(place));
        }
      }
      return answer;
    }

    private boolean add(int entity, List<Object> answer) {
      boolean isHere = entity >= first() && entity < end();
      if (isHere) {
        answer.add(entity - first());
      }
      return isHere;
    }

    private int find(String name) {
      byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
      int hash = Names.hash(Arrays.copyOf(bytes, bytes.length + Names.SLACK), 0, bytes.length);
      return segment.names().find(bytes, hash);
    }

    /** A definition, but for where it stands and what it says. */
    List<Object> definition(int entity) {
      Segment.Entities entities = segment.entities();
      return List.of(
          segment.names().name(entities.name().get(entity)),
          entities.flags().get(entity),
          segment.conditions().get(entities.condition().get(entity)).toString());
    }
  }

  /** A file with another content. */
  record InFile(Slot before, Slot after) {
    boolean isAnsweredTheSame(Question question, String name) {
      return before.answer(question, name).equals(after.answer(question, name));
    }

    boolean hasSameDefinitions() {
      int count = before.end() - before.first();
      if (after.end() - after.first() != count) {
        return false;
      }
      for (int i = 0; i < count; i++) {
        if (!before.definition(before.first() + i).equals(after.definition(after.first() + i))) {
          return false;
        }
      }
      return true;
    }
  }
}
