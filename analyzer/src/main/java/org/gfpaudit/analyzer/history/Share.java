package org.gfpaudit.analyzer.history;

import java.util.List;

/**
 * One of equal parts of a history. Each but the first begins with the revision that the one before
 * ends with, for what comes then is held against it.
 *
 * @param range what people call the whole
 * @param paths what is reported of it; empty for all
 * @param question what else was asked; parts of other questions do not belong together
 * @param part which part it is
 */
public record Share(String range, List<String> paths, String question, Part part) {

  /**
   * A part by its number.
   *
   * @param number from 1
   * @param count of all parts
   */
  public record Part(int number, int count) {
    /** All in one. */
    public static final Part WHOLE = new Part(1, 1);

    /**
     * The number of its first revision, of a history whose last one has the number {@code last}.
     */
    public int first(int last) {
      return at(last, number - 1);
    }

    /** The number of its last revision. */
    public int last(int last) {
      return at(last, number);
    }

    private int at(int last, int parts) {
      return (int) ((long) last * parts / count);
    }
  }

  /** The same part by what people call it. */
  @Override
  public String toString() {
    return "shard " + part.number() + "/" + part.count() + " of " + range;
  }

  /**
   * Checks that parts make a whole.
   *
   * @param shares sorted by their numbers
   * @throws ShardException if one is missing, is there twice or belongs to another history
   */
  static void requireWhole(List<Share> shares) throws ShardException {
    Share first = shares.get(0);
    for (int i = 0; i < shares.size(); i++) {
      Share share = shares.get(i);
      if (!share.range.equals(first.range) || share.part.count() != first.part.count()) {
        throw new ShardException(share + " and " + first + " are no parts of one history");
      }
      if (!share.paths.equals(first.paths) || !share.question.equals(first.question)) {
        throw new ShardException(share + " was made with other options than " + first);
      }
      if (share.part.number() <= i) {
        throw new ShardException(share + " is there twice");
      }
      if (share.part.number() > i + 1) {
        throw first.missing(i + 1);
      }
    }
    if (shares.size() < first.part.count()) {
      throw first.missing(shares.size() + 1);
    }
  }

  private ShardException missing(int number) {
    return new ShardException(
        new Share(range, paths, question, new Part(number, part.count())) + " is missing");
  }
}
