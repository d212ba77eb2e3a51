package org.gfpaudit.analyzer.kbuild;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gfpaudit.grammar.cond.PresenceCondition;
import org.junit.jupiter.api.Test;

class ConfigurationTest {
  private static Configuration of(String text) throws MalformedConfigurationException {
    return Configuration.parse(".config", text.getBytes(StandardCharsets.UTF_8));
  }

  private static String complaint(String text) {
    return String.valueOf(
        assertThrows(MalformedConfigurationException.class, () -> of(text)).getMessage());
  }

  @Test
  void whatIsNotNamedIsNotSet() throws MalformedConfigurationException {
    Configuration config =
        of(
            """
            #
            # Linux
            #
            CONFIG_A=y\r
            CONFIG_M=m
            # CONFIG_N is not set
            CONFIG_HZ=250
            CONFIG_NAME="a \\"b\\""
            CONFIG_BASE=0x1f
            CONFIG_OFF=n

            """);
    for (String held :
        new String[] {
          "CONFIG_A",
          "CONFIG_M",
          "CONFIG_A && !CONFIG_N",
          "CONFIG_HZ",
          "CONFIG_NAME",
          "CONFIG_BASE",
          "!CONFIG_OFF",
          "!CONFIG_ABSENT",
          "IS_MODULE(CONFIG_M)",
          "IS_BUILTIN(CONFIG_A)",
          "CONFIG_N || CONFIG_A"
        }) {
      assertTrue(config.allows(PresenceCondition.parse(held)), held);
    }
    for (String failed :
        new String[] {
          "!CONFIG_A",
          "CONFIG_N",
          "CONFIG_ABSENT",
          "CONFIG_A && CONFIG_N",
          "IS_MODULE(CONFIG_A)",
          "IS_BUILTIN(CONFIG_M)",
          "defined(CONFIG_A_MODULE)",
          "FREE && CONFIG_N"
        }) {
      assertFalse(config.allows(PresenceCondition.parse(failed)), failed);
    }
  }

  @Test
  void whatIsNoConfigurationSymbolStaysFree() throws MalformedConfigurationException {
    Configuration config = of("CONFIG_A=y\n");
    assertTrue(config.allows(PresenceCondition.parse("defined(MODULE) && CONFIG_A")));
    assertTrue(config.allows(PresenceCondition.parse("!defined(MODULE) && CONFIG_A")));
    assertTrue(config.allows(PresenceCondition.parse("BITS_PER_LONG == 64")));
  }

  @Test
  void wideConditionsAreDecidedToo() throws MalformedConfigurationException {
    String all =
        IntStream.range(0, 20).mapToObj(i -> "CONFIG_" + i).collect(Collectors.joining(" && "));
    StringBuilder config = new StringBuilder();
    for (int i = 0; i < 19; i++) {
      config.append("CONFIG_").append(i).append("=y\n");
    }
    assertFalse(of(config.toString()).allows(PresenceCondition.parse(all)));
    assertTrue(of(config + "CONFIG_19=m\n").allows(PresenceCondition.parse(all)));
  }

  @Test
  void garbageIsNamedByFileAndLine() {
    assertEquals(
        ".config:2: not a line of a .config: 'int x;'; it takes CONFIG_X=VALUE or # CONFIG_X is not set",
        complaint("CONFIG_A=y\nint x;\n"));
    assertTrue(complaint("CONFIG_A=\n").startsWith(".config:1: "));
    assertTrue(complaint("CONFIG_A=\"open\n").startsWith(".config:1: "));
    assertTrue(complaint("\u0001\u001b[31m" + "x".repeat(999)).length() < 200);
    assertTrue(complaint("# nothing\n").contains("no CONFIG_ symbol"));
  }
}
