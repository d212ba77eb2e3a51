package org.gfpaudit.grammar.segment;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/**
 * What an analysis asked of an index. A file that gives no answer to any of it could as well not be
 * there, and one of which no text was read may change as it likes so long as it gives none.
 *
 * @param asked the names, each with a bit for each question
 * @param missed names that were looked for and were not there
 */
public record Questions(Map<String, Integer> asked, Set<String> missed) {
  private static final Question[] ALL = Question.values();

  public Questions {
    asked = Map.copyOf(asked);
    missed = Set.copyOf(missed);
  }

  /** Reports whether a file, as it is in a slot, is part of an answer. */
  public boolean areAnsweredBy(Segment segment, int slot) {
    int first = segment.slots().firstEntity().get(slot);
    int last = segment.slots().firstEntity().get(slot + 1);
    return segment.names().count() < asked.size()
        ? isAnySaid(segment, first, last)
        : isAnyAnswered(segment, first, last);
  }

  /** For a segment of few names: goes over these. */
  private boolean isAnySaid(Segment segment, int first, int last) {
    for (int local = 0; local < segment.names().count(); local++) {
      String name = segment.names().name(local);
      Integer questions = asked.get(name);
      if (questions != null) {
        for (Question question : ALL) {
          if ((questions & 1 << question.ordinal()) != 0
              && question != Question.ADDRESS_TAKERS
              && isAnswered(question, local, 0, segment, first, last)) {
            return true;
          }
        }
      } else if (missed.contains(name) && isMentioned(local, segment, first, last)) {
        return true;
      }
    }
    return isAnyTaken(segment, first, last);
  }

  /** Whether the address of a function that was asked about is taken. */
  private boolean isAnyTaken(Segment segment, int first, int last) {
    int bit = 1 << Question.ADDRESS_TAKERS.ordinal();
    for (Map.Entry<String, Integer> name : asked.entrySet()) {
      if ((name.getValue() & bit) != 0
          && isAnswered(
              Question.ADDRESS_TAKERS, -1, Names.hash(name.getKey()), segment, first, last)) {
        return true;
      }
    }
    return false;
  }

  /** For a segment of many names: goes over the questions. */
  private boolean isAnyAnswered(Segment segment, int first, int last) {
    for (Map.Entry<String, Integer> name : asked.entrySet()) {
      byte[] bytes = name.getKey().getBytes(StandardCharsets.UTF_8);
      int hash = Names.hash(Arrays.copyOf(bytes, bytes.length + Names.SLACK), 0, bytes.length);
      int local = segment.names().find(bytes, hash);
      for (Question question : ALL) {
        if ((name.getValue() & 1 << question.ordinal()) != 0
            && isAnswered(question, local, hash, segment, first, last)) {
          return true;
        }
      }
    }
    for (String name : missed) {
      // That it is there at all would be news. The segment may hold it for other files: no harm.
      byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
      int hash = Names.hash(Arrays.copyOf(bytes, bytes.length + Names.SLACK), 0, bytes.length);
      int local = segment.names().find(bytes, hash);
      if (local >= 0 && isMentioned(local, segment, first, last)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMentioned(int local, Segment segment, int first, int last) {
    for (Question question : ALL) {
      if (question != Question.ADDRESS_TAKERS
          && isAnswered(question, local, 0, segment, first, last)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAnswered(
      Question question, int local, int hash, Segment segment, int first, int last) {
    if (question == Question.ADDRESS_TAKERS) {
      boolean[] isAnswered = new boolean[1];
      segment.arguments().collect(hash, e -> isAnswered[0] |= e >= first && e < last);
      return isAnswered[0];
    }
    if (local < 0) {
      return false;
    }
    Rows rows = question.rows(segment);
    for (int i = rows.start(local); i < rows.end(local); i++) {
      int entity =
          question.isAboutInitializers()
              ? segment.initializers().entity().get(rows.value(i))
              : rows.value(i);
      if (entity >= first && entity < last) {
        return true;
      }
    }
    return false;
  }
}
