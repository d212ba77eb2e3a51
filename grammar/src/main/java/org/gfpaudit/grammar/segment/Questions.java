package org.gfpaudit.grammar.segment;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What an analysis asked of an index. A file of which no text was read may change as it likes, so
 * long as its share of the answers stays the same.
 *
 * @param asked the names, each with a bit for each question
 * @param missed names that were looked for and were not there
 * @param listed paths of files whose entities were listed
 */
public record Questions(Map<String, Integer> asked, Set<String> missed, Set<String> listed) {
  private static final Question[] ALL = Question.values();

  /** The share of a file that is not there. */
  public static final long NO_ANSWER = 0;

  private static final long SEVERAL = 0x5e7e4a1L;

  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  public Questions {
    asked = new TreeMap<>(asked);
    missed = Set.copyOf(missed);
    listed = Set.copyOf(listed);
  }

  /**
   * What a file, as it is in a slot, adds to the answers, as a hash: which of its entities, in
   * which order, with their kinds, names, flags and conditions. Where they stand in the file does
   * not count, for that is of use only to those who read the text.
   */
  public long share(Segment segment, int slot) {
    return segment.names().count() < asked.size()
        ? shareOfFew(segment, slot)
        : shareOfMany(segment, slot);
  }

  /**
   * The share by way of the names, for a segment of few. The order of names does not matter,
   * because a sum does not depend on it.
   */
  private long shareOfFew(Segment segment, int slot) {
    long share = NO_ANSWER;
    for (int local = 0; local < segment.names().count(); local++) {
      String name = segment.names().name(local);
      Integer questions = asked.get(name);
      if (questions != null) {
        share += shareOf(name, local, questions & ~byHash(), segment, slot);
      }
      if (missed.contains(name)) {
        share += shareOf(name, local, -1 & ~byHash(), segment, slot);
      }
    }
    for (Map.Entry<String, Integer> name : asked.entrySet()) {
      if ((name.getValue() & byHash()) != 0) {
        share += shareOf(name.getKey(), -1, name.getValue() & byHash(), segment, slot);
      }
    }
    return share;
  }

  /** The share by way of the questions, for a segment of many names. */
  private long shareOfMany(Segment segment, int slot) {
    long share = NO_ANSWER;
    for (Map.Entry<String, Integer> name : asked.entrySet()) {
      share += shareOf(name.getKey(), find(name.getKey(), segment), name.getValue(), segment, slot);
    }
    for (String name : missed) {
      // A name that was missed would be news wherever it turns up.
      share += shareOf(name, find(name, segment), -1 & ~byHash(), segment, slot);
    }
    return share;
  }

  /** The questions whose answers go by the hash of a name. */
  private static int byHash() {
    return (1 << Question.ADDRESS_TAKERS.ordinal()) | (1 << Question.FIELD_READERS.ordinal());
  }

  private static int find(String name, Segment segment) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    int hash = Names.hash(Arrays.copyOf(bytes, bytes.length + Names.SLACK), 0, bytes.length);
    return segment.names().find(bytes, hash);
  }

  private static long shareOf(String name, int local, int questions, Segment segment, int slot) {
    int first = segment.slots().firstEntity().get(slot);
    int last = segment.slots().firstEntity().get(slot + 1);
    long share = NO_ANSWER;
    for (Question question : ALL) {
      if ((questions & 1 << question.ordinal()) == 0) {
        continue;
      }
      long[] answer = new long[1];
      if (question.isByHash()) {
        segment
            .arguments()
            .collect(
                question.hash(name),
                e -> answer[0] = e < first || e >= last ? answer[0] : more(answer[0], segment, e));
      } else if (local >= 0) {
        answer[0] = rowShare(question, local, segment, first, last);
      }
      if (answer[0] != NO_ANSWER) {
        share += mix(mix(answer[0]) + name.hashCode() * 31L + question.ordinal());
      }
    }
    return share;
  }

  private static long rowShare(Question question, int local, Segment segment, int first, int last) {
    long answer = NO_ANSWER;
    int count = 0;
    for (int place : question.rows(segment).row(local)) {
      if (question == Question.FEW_FIELD_WRITERS && place >= first && place < last && ++count > 1) {
        // Whoever they are, and however many: the tree has several as long as the file has.
        return SEVERAL;
      }
      if (!question.isAboutInitializers()) {
        if (place >= first && place < last) {
          answer = more(answer, segment, place);
        }
        continue;
      }
      Segment.Initializers all = segment.initializers();
      int entity = all.entity().get(place);
      if (entity >= first && entity < last) {
        answer = more(answer, segment, entity);
        answer = mix(answer + segment.names().name(all.field().get(place)).hashCode());
        answer = mix(answer + segment.names().name(all.value().get(place)).hashCode());
      }
    }
    return answer;
  }

  /** The hash of an answer with one more entity. */
  private static long more(long answer, Segment segment, int entity) {
    Segment.Entities entities = segment.entities();
    long next = mix(answer + segment.names().name(entities.name().get(entity)).hashCode());
    next = mix(next + entities.flags().get(entity));
    return mix(
        next + segment.conditions().get(entities.condition().get(entity)).toString().hashCode());
  }

  private static long mix(long value) {
    long product = (value + 1) * MULTIPLIER;
    return product ^ product >>> 32;
  }
}
