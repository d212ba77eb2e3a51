package org.gfpaudit.analyzer.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.fix.StrategyName;
import org.jspecify.annotations.Nullable;

/**
 * What the client may set: in {@code initializationOptions}, in {@code
 * workspace/didChangeConfiguration}, or as the section {@code gfpaudit} of its configuration.
 *
 * @param level what open files show begins here
 * @param treeLevel what other files of the tree show begins here; empty to show nothing there
 * @param isAuditedOnChange whether a change is audited before it is saved
 * @param strategy by which code actions mend
 * @param target what is audited
 * @param mistakes what could not be understood, a sentence each
 */
public record ClientSettings(
    Level level,
    Optional<Level> treeLevel,
    boolean isAuditedOnChange,
    StrategyName strategy,
    Target target,
    List<String> mistakes) {
  /** The name of the section in a client's configuration. */
  static final String SECTION = "gfpaudit";

  /** Those of a client that says nothing. */
  public static final ClientSettings DEFAULT =
      new ClientSettings(
          Level.NOTE,
          Optional.of(Level.WARNING),
          /* isAuditedOnChange= */ true,
          StrategyName.MAPPING,
          Target.OF_THE_FILE,
          List.of());

  /**
   * What is audited, and as what.
   *
   * @param tree as {@code --tree}; empty to look for a kernel tree above each file
   * @param profile as {@code --profile}; empty to take the tree's own version
   * @param kernel as {@code --kernel}: the directory of a kernel beside a module
   */
  public record Target(Optional<String> tree, Optional<String> profile, Optional<String> kernel) {
    /** What the tree says itself. */
    public static final Target OF_THE_FILE =
        new Target(Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static final String NEVER = "never";
  private static final List<String> KEYS =
      List.of("level", "treeLevel", "audit", "strategy", "tree", "profile", "kernel");

  /**
   * These settings with what a client says; what it does not name stays.
   *
   * @param said a JSON object, whole or with the section {@code gfpaudit} in it; anything else
   *     changes nothing
   */
  ClientSettings with(@Nullable Object said) {
    if (!(said instanceof JsonElement element) || !element.isJsonObject()) {
      return this;
    }
    JsonObject object = element.getAsJsonObject();
    if (object.get(SECTION) instanceof JsonObject section) {
      object = section;
    }
    return new Reader(object).read(this);
  }

  private static final class Reader {
    private final JsonObject object;
    private final List<String> mistakes = new ArrayList<>();

    Reader(JsonObject object) {
      this.object = object;
    }

    ClientSettings read(ClientSettings before) {
      object.keySet().stream()
          .filter(key -> !KEYS.contains(key))
          .forEach(
              key ->
                  mistakes.add(
                      "There is no setting '" + key + "'; there are " + String.join(", ", KEYS)));
      Map<String, Level> levels =
          Arrays.stream(Level.values()).collect(Collectors.toMap(Level::word, level -> level));
      Level level =
          text("level").flatMap(word -> one("level", word, levels)).orElse(before.level());
      Optional<Level> treeLevel = before.treeLevel();
      Optional<String> treeWord = text("treeLevel");
      if (treeWord.isPresent()) {
        treeLevel =
            treeWord.get().equals(NEVER)
                ? Optional.empty()
                : one("treeLevel", treeWord.get(), levels).or(before::treeLevel);
      }
      boolean onChange =
          text("audit")
              .flatMap(word -> one("audit", word, Map.of("change", true, "save", false)))
              .orElse(before.isAuditedOnChange());
      Map<String, StrategyName> strategies =
          Arrays.stream(StrategyName.values())
              .collect(Collectors.toMap(StrategyName::word, strategy -> strategy));
      StrategyName strategy =
          text("strategy")
              .flatMap(word -> one("strategy", word, strategies))
              .orElse(before.strategy());
      Target target =
          new Target(
              word("tree", before.target().tree()),
              word("profile", before.target().profile()),
              word("kernel", before.target().kernel()));
      return new ClientSettings(
          level, treeLevel, onChange, strategy, target, List.copyOf(mistakes));
    }

    /** What the client says of a key: an empty word takes back what was said before. */
    private Optional<String> word(String key, Optional<String> before) {
      return text(key).or(() -> before).filter(value -> !value.isEmpty());
    }

    private Optional<String> text(String key) {
      JsonElement value = object.get(key);
      if (value == null || value.isJsonNull()) {
        return Optional.empty();
      }
      if (value instanceof JsonPrimitive primitive && primitive.isString()) {
        return Optional.of(primitive.getAsString());
      }
      mistakes.add("The setting '" + key + "' takes text, not " + value);
      return Optional.empty();
    }

    private <T> Optional<T> one(String key, String word, Map<String, T> words) {
      Optional<T> value = Optional.ofNullable(words.get(word.toLowerCase(Locale.ROOT)));
      if (value.isEmpty()) {
        mistakes.add(
            "The setting '"
                + key
                + "' takes one of "
                + words.keySet().stream().sorted().collect(Collectors.joining(", "))
                + ", not '"
                + word
                + "'");
      }
      return value;
    }
  }
}
