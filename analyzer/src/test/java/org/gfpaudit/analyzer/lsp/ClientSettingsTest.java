package org.gfpaudit.analyzer.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonParser;
import java.util.List;
import java.util.Optional;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.fix.StrategyName;
import org.junit.jupiter.api.Test;

class ClientSettingsTest {

  private static ClientSettings with(String json) {
    return ClientSettings.DEFAULT.with(JsonParser.parseString(json));
  }

  @Test
  void aClientMaySaySomeOfThem() {
    ClientSettings settings =
        with(
            """
            {"gfpaudit": {"level": "warning", "treeLevel": "never", "audit": "save",
                          "strategy": "scope", "profile": "6.1"}}
            """);

    assertEquals(Level.WARNING, settings.level());
    assertEquals(Optional.empty(), settings.treeLevel());
    assertEquals(false, settings.isAuditedOnChange());
    assertEquals(StrategyName.SCOPE, settings.strategy());
    assertEquals(Optional.of("6.1"), settings.target().profile());
    assertEquals(List.of(), settings.mistakes());
  }

  @Test
  void whatIsNotSaidStaysAndAnEmptyWordTakesBack() {
    ClientSettings before = with("{\"kernel\": \"/k\", \"level\": \"error\"}");

    ClientSettings after = before.with(JsonParser.parseString("{\"kernel\": \"\"}"));

    assertEquals(Level.ERROR, after.level());
    assertEquals(Optional.empty(), after.target().kernel());
    assertEquals(before, before.with(null));
    assertEquals(before, before.with("no object"));
  }

  @Test
  void mistakesAreSaidAndChangeNothing() {
    ClientSettings settings = with("{\"level\": 3, \"audit\": \"never\", \"x\": null}");

    assertEquals(ClientSettings.DEFAULT.level(), settings.level());
    assertEquals(true, settings.isAuditedOnChange());
    assertEquals(
        List.of(
            "There is no setting 'x'; there are level, treeLevel, audit, strategy, tree, profile,"
                + " kernel",
            "The setting 'level' takes text, not 3",
            "The setting 'audit' takes one of change, save, not 'never'"),
        settings.mistakes());
  }
}
