package org.gfpaudit.rules.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.gfpaudit.rules.api.Rule;

/**
 * What a rule finds and what it accepts, as code to read. It comes from {@code code/ID.c} beside
 * this class, where {@code bad} and {@code good} stand in comments of their own above each.
 *
 * @param file the whole file, with what the two need around them
 * @param bad functions that the rule objects to
 * @param good the same done right
 */
public record RuleCode(String file, String bad, String good) {
  private static final String BAD = "/* bad */\n";
  private static final String GOOD = "/* good */\n";

  /** The code of a rule; every rule of the catalogue has some. */
  public static Optional<RuleCode> of(Rule rule) {
    String name = "code/" + rule.id() + ".c";
    try (InputStream in = RuleCode.class.getResourceAsStream(name)) {
      if (in == null) {
        return Optional.empty();
      }
      String file = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      int bad = file.indexOf(BAD);
      int good = file.indexOf(GOOD);
      if (bad < 0 || good < bad) {
        throw new IllegalStateException(name + " needs bad code and then good code");
      }
      return Optional.of(
          new RuleCode(
              file,
              file.substring(bad + BAD.length(), good).strip() + "\n",
              file.substring(good + GOOD.length()).strip() + "\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
