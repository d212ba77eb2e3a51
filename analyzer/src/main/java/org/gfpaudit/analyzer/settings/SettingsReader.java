package org.gfpaudit.analyzer.settings;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.gfpaudit.analyzer.settings.Settings.RuleSetting;
import org.gfpaudit.rules.api.Rule;
import org.gfpaudit.rules.catalog.RuleCatalog;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.review.Waiver;
import org.gfpaudit.rules.review.WaiverTarget;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads a settings file. Its schema, for editors, is {@code gfpaudit.schema.json} beside this
 * class; a test holds the two together.
 */
public final class SettingsReader {
  private static final List<String> KEYS =
      List.of(
          "version", "rules", "fail-on", "profile", "baseline", "paths", "knowledge", "waivers");

  private static final List<String> WAIVER_KEYS =
      List.of("finding", "rule", "file", "function", "reason", "expires");

  private final YamlReader yaml;
  private final String name;

  private SettingsReader(String name) {
    this.name = name;
    this.yaml = new YamlReader(name);
  }

  /**
   * Reads the text of a settings file.
   *
   * @param name what people call the file
   * @throws MalformedSettingsException with every mistake that was found
   */
  public static Settings read(String name, String text) throws MalformedSettingsException {
    SettingsReader reader = new SettingsReader(name);
    Settings settings = reader.yaml.document(text).map(reader::settings).orElse(Settings.NONE);
    if (!reader.yaml.mistakes().isEmpty()) {
      throw new MalformedSettingsException(reader.yaml.mistakes());
    }
    return settings;
  }

  private Settings settings(Node root) {
    Map<String, Node> members = yaml.mapping(root, "the file", KEYS);
    Node version = members.get("version");
    if (version == null || !yaml.text(version, "version").equals(Optional.of("1"))) {
      yaml.mistake(version == null ? root : version, "version is 1, and must be there");
    }
    Map<String, Node> paths =
        in(members, "paths", node -> yaml.mapping(node, "paths", List.of("include", "exclude")))
            .orElse(Map.of());
    return new Settings(
        name,
        new Settings.Defaults(
            in(members, "fail-on", this::failOn),
            in(members, "profile", this::profile),
            in(members, "baseline", node -> yaml.text(node, "baseline").orElse(""))),
        new Settings.Paths(
            in(paths, "include", node -> texts(node, "include")).orElse(List.of()),
            in(paths, "exclude", node -> texts(node, "exclude")).orElse(List.of())),
        in(members, "rules", this::rules).orElse(Map.of()),
        in(members, "knowledge", node -> new KnowledgeRows(yaml).read(node)).orElse(Map.of()),
        in(members, "waivers", this::waivers).orElse(List.of()));
  }

  private static <T> Optional<T> in(
      Map<String, Node> members, String key, Function<Node, T> reader) {
    return Optional.ofNullable(members.get(key)).map(reader);
  }

  private List<String> texts(Node node, String what) {
    return yaml.list(node, what).stream()
        .flatMap(element -> yaml.text(element, "a path").stream())
        .toList();
  }

  private Map<String, RuleSetting> rules(Node node) {
    List<String> known = RuleCatalog.all().stream().map(Rule::id).toList();
    Map<String, RuleSetting> settings = new LinkedHashMap<>();
    yaml.mapping(node, "rules", known)
        .forEach(
            (id, value) ->
                yaml.text(value, "a rule's value")
                    .flatMap(word -> ruleSetting(value, word))
                    .ifPresent(setting -> settings.put(id, setting)));
    return settings;
  }

  private Optional<RuleSetting> ruleSetting(Node node, String word) {
    switch (word) {
      case "on", "true" -> {
        return Optional.of(new RuleSetting(true, Optional.empty()));
      }
      case "off", "false" -> {
        return Optional.of(new RuleSetting(false, Optional.empty()));
      }
      default -> {
        Optional<Level> level = level(word);
        if (level.isEmpty()) {
          yaml.mistake(node, "a rule is on, off, error, warning or note, not '" + word + "'");
          return Optional.empty();
        }
        return Optional.of(new RuleSetting(true, level));
      }
    }
  }

  private static Optional<Level> level(String word) {
    return Arrays.stream(Level.values()).filter(level -> level.word().equals(word)).findFirst();
  }

  private String failOn(Node node) {
    String word = yaml.text(node, "fail-on").orElse("never");
    if (level(word).isEmpty() && !word.equals("never")) {
      yaml.mistake(node, "fail-on is error, warning, note or never, not '" + word + "'");
    }
    return word;
  }

  private String profile(Node node) {
    String version = yaml.text(node, "profile").orElse("");
    try {
      Release.parse(version);
    } catch (IllegalArgumentException e) {
      yaml.mistake(node, "profile: " + e.getMessage());
    }
    return version;
  }

  private List<Waiver> waivers(Node node) {
    List<Waiver> waivers = new ArrayList<>();
    for (Node element : yaml.list(node, "waivers")) {
      Map<String, Node> members = yaml.mapping(element, "a waiver", WAIVER_KEYS);
      Map<String, String> texts = new LinkedHashMap<>();
      members.forEach(
          (key, value) -> yaml.text(value, key).ifPresent(text -> texts.put(key, text)));
      if (!members.containsKey("reason")) {
        yaml.mistake(element, "a waiver needs a reason: say why the finding may stay");
      }
      if (members.keySet().stream().allMatch(List.of("reason", "expires")::contains)) {
        yaml.mistake(element, "a waiver needs a finding, rule, file or function");
      }
      valueOf("rule", members, texts).ifPresent(this::checkRule);
      waivers.add(
          new Waiver(
              new WaiverTarget.Described(
                  Optional.ofNullable(texts.get("finding")),
                  Optional.ofNullable(texts.get("rule")),
                  Optional.ofNullable(texts.get("file")),
                  Optional.ofNullable(texts.get("function"))),
              texts.getOrDefault("reason", ""),
              valueOf("expires", members, texts).flatMap(this::expiry),
              name,
              yaml.line(element),
              Optional.empty()));
    }
    return waivers;
  }

  /** A value and where it stands. */
  private record Value(Node node, String text) {}

  private static Optional<Value> valueOf(
      String key, Map<String, Node> members, Map<String, String> texts) {
    return Optional.ofNullable(members.get(key))
        .flatMap(node -> Optional.ofNullable(texts.get(key)).map(text -> new Value(node, text)));
  }

  private void checkRule(Value rule) {
    if (RuleCatalog.byId(rule.text()).isEmpty()) {
      yaml.mistake(
          rule.node(), "there is no rule '" + rule.text() + "'; 'gfpaudit rules' lists them");
    }
  }

  private Optional<LocalDate> expiry(Value date) {
    try {
      return Optional.of(LocalDate.parse(date.text()));
    } catch (DateTimeParseException e) {
      yaml.mistake(date.node(), "expires is a date such as 2027-01-31, not '" + date.text() + "'");
      return Optional.empty();
    }
  }
}
