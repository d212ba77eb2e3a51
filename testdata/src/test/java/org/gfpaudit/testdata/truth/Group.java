package org.gfpaudit.testdata.truth;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gfpaudit.testdata.truth.Difference.Kind;

/**
 * Programs with some features, and how often the analyser is known to be wrong about them.
 *
 * @param count of seeds; about one in five makes a program without a meaning
 * @param known how many it misses, raises as alarms, gives another word, and does not know
 * @param why it is wrong where it is
 */
record Group(String name, int count, Set<Feature> features, Known known, String why) {
  private static final int SOME = 400;
  private static final int MANY = 3000;

  private static final String ASKED =
      "where callers hand in different constants, a function is not looked at for each of them";
  private static final String CONFIGURATIONS =
      "IS_ENABLED() and #ifdef of one symbol are not put together";
  private static final String JOINED =
      "the alternatives of one variable meet each other, and what a helper sets is joined to what"
          + " was there";
  private static final String LOST = "the mask is lost, as it says";
  private static final String COOKIES = "what a cookie holds is not known";

  /** Bounds of what is known to be wrong, by kind. */
  record Known(int misses, int falses, int words, int unknowns) {
    int of(Kind kind) {
      return switch (kind) {
        case MISS -> misses;
        case FALSE -> falses;
        case WORD -> words;
        case UNKNOWN -> unknowns;
      };
    }
  }

  /** All groups; the last has every feature at once. */
  static List<Group> all() {
    return List.of(
        some("plain", new Known(0, 0, 0, 0), ""),
        some("flags", new Known(0, 0, 1, 0), ASKED, Feature.FLAGS),
        some("constants", new Known(0, 0, 0, 0), "", Feature.CONSTANTS),
        some("switches", new Known(0, 1, 1, 0), ASKED, Feature.SWITCHES, Feature.FLAGS),
        some("loops", new Known(0, 0, 0, 0), "", Feature.LOOPS),
        some("death", new Known(0, 0, 0, 1), LOST, Feature.DEATH),
        some("configurations", new Known(0, 0, 2, 0), CONFIGURATIONS, Feature.CONFIGURATIONS),
        some("helpers", new Known(0, 0, 1, 0), JOINED, Feature.HELPERS),
        some("fields", new Known(0, 0, 0, 0), "", Feature.FIELDS, Feature.HELPERS),
        some("macros", new Known(0, 0, 0, 0), "", Feature.MACROS),
        some("macros in helpers", new Known(0, 0, 1, 0), JOINED, Feature.MACROS, Feature.HELPERS),
        some("globals", new Known(0, 0, 1, 0), JOINED, Feature.GLOBALS),
        some("unseen code", new Known(0, 0, 0, 2), LOST, Feature.UNSEEN_CODE),
        some("other mappings", new Known(0, 0, 0, 0), "", Feature.OTHER_MAPPINGS),
        some("scopes", new Known(0, 0, 0, 0), "", Feature.SCOPES, Feature.HELPERS),
        some("half scopes", new Known(0, 2, 0, 0), COOKIES, Feature.SCOPES, Feature.HALF_SCOPES),
        some("operations", new Known(0, 0, 0, 0), "", Feature.OPERATIONS),
        some("function pointers", new Known(0, 0, 0, 0), "", Feature.FUNCTION_POINTERS),
        some("two files", new Known(0, 0, 0, 0), "", Feature.TWO_FILES, Feature.HELPERS),
        new Group(
            "all",
            MANY,
            EnumSet.allOf(Feature.class),
            new Known(0, 9, 1, 1),
            "of all of these together"));
  }

  private static Group some(String name, Known known, String why, Feature... features) {
    return new Group(name, SOME, Set.of(features), known, why);
  }

  @Override
  public String toString() {
    return name;
  }
}
