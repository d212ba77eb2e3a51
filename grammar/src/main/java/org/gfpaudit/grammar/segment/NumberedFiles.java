package org.gfpaudit.grammar.segment;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.gfpaudit.grammar.index.SourceFile;

/**
 * What some files of an index add to its answers. Each segment is asked once, for all of its files
 * that are among them. Safe for several threads.
 */
final class NumberedFiles {
  private final List<InSegment> segments = new ArrayList<>();

  NumberedFiles(Map<SourceFile, NumberedFile> files) {
    Map<Segment, List<Member>> bySegment = new HashMap<>();
    files.forEach(
        (file, numbered) ->
            bySegment
                .computeIfAbsent(numbered.segment(), s -> new ArrayList<>())
                .add(new Member(file, numbered)));
    bySegment.forEach((segment, members) -> segments.add(new InSegment(segment, members)));
  }

  /** What each of the files adds to the answer to a question about a name, where it adds any. */
  Map<SourceFile, List<Object>> answers(Question question, String name) {
    Map<SourceFile, List<Object>> answers = new HashMap<>();
    segments.forEach(segment -> segment.add(question, name, answers));
    return answers;
  }

  private record Member(SourceFile file, NumberedFile numbered) {
    int first() {
      return numbered.firstLocal();
    }
  }

  /** The files of one segment, in the order of their entities. */
  private static final class InSegment {
    private final Segment segment;
    private final List<Member> members;
    private final int[] firsts;

    InSegment(Segment segment, List<Member> members) {
      this.segment = segment;
      this.members =
          members.stream()
              .filter(member -> !member.numbered().isEmpty())
              .sorted(Comparator.comparing(Member::first))
              .toList();
      this.firsts = this.members.stream().mapToInt(Member::first).toArray();
    }

    void add(Question question, String name, Map<SourceFile, List<Object>> answers) {
      if (question.isByHash()) {
        segment.arguments().collect(question.hash(name), entity -> add(entity, answers));
        return;
      }
      int local = find(name);
      if (local < 0) {
        return;
      }
      IntConsumer add =
          question.isAboutInitializers()
              ? place -> addInitializer(place, answers)
              : entity -> add(entity, answers);
      Arrays.stream(question.rows(segment).row(local)).forEach(add);
    }

    private int find(String name) {
      byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
      int hash = Names.hash(Arrays.copyOf(bytes, bytes.length + Names.SLACK), 0, bytes.length);
      return segment.names().find(bytes, hash);
    }

    /** The file that an entity is in, if that is one of them. */
    private Optional<Member> member(int entity) {
      int at = Arrays.binarySearch(firsts, entity);
      int last = at < 0 ? -at - 2 : at; // the last that begins there or before
      return last >= 0 && members.get(last).numbered().has(entity)
          ? Optional.of(members.get(last))
          : Optional.empty();
    }

    private void add(int entity, Map<SourceFile, List<Object>> answers) {
      member(entity)
          .ifPresent(member -> answersOf(member, answers).add(member.numbered().known(entity)));
    }

    private void addInitializer(int place, Map<SourceFile, List<Object>> answers) {
      Segment.Initializers all = segment.initializers();
      int entity = all.entity().get(place);
      member(entity)
          .ifPresent(
              member -> {
                List<Object> answer = answersOf(member, answers);
                answer.add(member.numbered().known(entity));
                answer.add(segment.names().name(all.field().get(place)));
                answer.add(segment.names().name(all.value().get(place)));
                answer.add(all.offset().get(place));
              });
    }

    private static List<Object> answersOf(Member member, Map<SourceFile, List<Object>> answers) {
      return answers.computeIfAbsent(member.file(), file -> new ArrayList<>());
    }
  }
}
