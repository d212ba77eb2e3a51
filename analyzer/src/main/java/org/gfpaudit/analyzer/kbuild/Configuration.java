package org.gfpaudit.analyzer.kbuild;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gfpaudit.grammar.cond.PresenceCondition;

/**
 * A full {@code .config}: which symbols are set. A symbol it does not name is not set; of anything
 * that is no configuration symbol it says nothing.
 */
public final class Configuration {
  private static final Pattern ASSIGNMENT =
      Pattern.compile("(CONFIG_\\w+)=(y|m|n|-?\\d+|0[xX]\\p{XDigit}+|\"(?:[^\"\\\\]|\\\\.)*+\")");
  private static final Pattern NOT_SET = Pattern.compile("# (CONFIG_\\w+) is not set");
  private static final Pattern TEST = Pattern.compile("(IS_MODULE|IS_BUILTIN)\\((CONFIG_\\w+)\\)");
  private static final Pattern SYMBOL = Pattern.compile("CONFIG_\\w+");
  private static final int SHOWN_CHARACTERS = 60;

  private final Map<String, String> values;

  private Configuration(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /**
   * Reads a {@code .config} as Kconfig writes it.
   *
   * @param name what messages call the file
   * @throws MalformedConfigurationException for a line that is neither an assignment nor a comment,
   *     and for a file that sets no symbol at all
   */
  public static Configuration parse(String name, byte[] content)
      throws MalformedConfigurationException {
    Map<String, String> values = new HashMap<>();
    boolean hasSymbol = false;
    int number = 0;
    for (String raw : new String(content, StandardCharsets.ISO_8859_1).split("\n", -1)) {
      number++;
      String line = raw.strip();
      Matcher assignment = ASSIGNMENT.matcher(line);
      if (assignment.matches()) {
        hasSymbol = true;
        values.put(assignment.group(1), assignment.group(2));
      } else if (line.startsWith("#")) {
        Matcher notSet = NOT_SET.matcher(line);
        if (notSet.matches()) {
          hasSymbol = true;
          values.remove(notSet.group(1));
        }
      } else if (!line.isEmpty()) {
        throw new MalformedConfigurationException(
            name
                + ":"
                + number
                + ": not a line of a .config: '"
                + shown(line)
                + "'; it takes CONFIG_X=VALUE or # CONFIG_X is not set");
      }
    }
    if (!hasSymbol) {
      throw new MalformedConfigurationException(name + ": no CONFIG_ symbol is set in it");
    }
    return new Configuration(values);
  }

  private static String shown(String line) {
    String cut =
        line.length() > SHOWN_CHARACTERS ? line.substring(0, SHOWN_CHARACTERS) + "..." : line;
    return cut.replaceAll("\\P{Print}", "?");
  }

  /**
   * Whether something under {@code condition} may be compiled; what it says nothing of may hold.
   */
  public boolean allows(PresenceCondition condition) {
    return condition.given(this::value).isSatisfiable();
  }

  private Optional<Boolean> value(String atom) {
    Matcher test = TEST.matcher(atom);
    if (test.matches()) {
      boolean isModule = "m".equals(values.get(test.group(2)));
      return Optional.of(
          test.group(1).equals("IS_MODULE") ? isModule : isSet(test.group(2)) && !isModule);
    }
    return SYMBOL.matcher(atom).matches() ? Optional.of(isSet(atom)) : Optional.empty();
  }

  private boolean isSet(String symbol) {
    return !values.getOrDefault(symbol, "n").equals("n");
  }
}
