package org.gfpaudit.analyzer.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gfpaudit.rules.finding.Level;
import org.gfpaudit.rules.knowledge.Knowledge;
import org.gfpaudit.rules.review.Waiver;
import org.gfpaudit.rules.review.WaiverTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {
  private static final String WHOLE =
      """
      version: 1
      rules:
        hardcoded-weak: off
        weaker-than-needed: on
        hardcoded-nofs: note
      fail-on: error
      profile: 6.10
      baseline: known.json
      paths:
        include: [fs, mm]
        exclude:
          - drivers/staging/*
      knowledge:
        sinks:
          - {name: pond_insert, family: F1, mask: 2, mapping: 0}
        scopes:
          - {kind: save, name: pond_enter, scope: NOFS}
          - {kind: restore, name: pond_leave, scope: NOFS}
        sources:
          - {kind: function, name: pond_gfp, mapping: 0}
        constrainers:
          - {name: pond_limit, target: mapping, mask: 1}
      waivers:
        - rule: hardcoded
          file: fs/pond/*
          reason: reclaim cannot enter a pond
          expires: 2027-01-31
        - finding: G0123abcd
          reason: "told so: twice"
      """;

  private static Settings read(String text) throws MalformedSettingsException {
    return SettingsReader.read("s.yml", text);
  }

  private static List<String> mistakes(String text) {
    return assertThrows(MalformedSettingsException.class, () -> read(text)).mistakes();
  }

  @Test
  void everythingThatCanBeSaid() throws MalformedSettingsException {
    Settings settings = read(WHOLE);
    assertEquals(
        Map.of(
            "hardcoded-weak", new Settings.RuleSetting(false, Optional.empty()),
            "weaker-than-needed", new Settings.RuleSetting(true, Optional.empty()),
            "hardcoded-nofs", new Settings.RuleSetting(true, Optional.of(Level.NOTE))),
        settings.rules());
    assertEquals(Optional.of("error"), settings.failOn());
    // A number in YAML would be 6.1.
    assertEquals(Optional.of("6.10"), settings.profile());
    assertEquals(List.of("fs", "mm"), settings.include());
    assertEquals(List.of("drivers/staging/*"), settings.exclude());
    assertEquals(
        new Waiver(
            new WaiverTarget.Described(
                Optional.empty(),
                Optional.of("hardcoded"),
                Optional.of("fs/pond/*"),
                Optional.empty()),
            "reclaim cannot enter a pond",
            Optional.of(LocalDate.of(2027, 1, 31)),
            "s.yml",
            24,
            Optional.empty()),
        settings.waivers().get(0));
    Knowledge knowledge = Knowledge.shippedWith(settings.rows());
    assertEquals("s.yml:15", knowledge.sink("pond_insert").orElseThrow().origin());
    assertTrue(knowledge.scope("pond_leave").isPresent());
    assertTrue(knowledge.source("pond_gfp").isPresent());
    assertTrue(knowledge.constrainer("pond_limit").isPresent());
    assertTrue(knowledge.sink("find_or_create_page").isPresent());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | ",
        "{} | s.yml:1:1: version is 1, and must be there",
        "version: 2 | s.yml:1:10: version is 1",
        "[] | s.yml:1:1: the file is a mapping",
        "version: 1\\nruels: {} | s.yml:2:1: the file has no key 'ruels'; it takes version, rules",
        "version: 1\\nrules:\\n  nope: on | s.yml:3:3: rules has no key 'nope'",
        "version: 1\\nrules:\\n  hardcoded: loud | s.yml:3:14: a rule is on, off, error",
        "version: 1\\nrules: [] | s.yml:2:8: rules is a mapping",
        "version: 1\\nfail-on: fatal | s.yml:2:10: fail-on is error, warning",
        "version: 1\\nprofile: new | s.yml:2:10: profile: not a kernel version",
        "version: 1\\nversion: 1 | s.yml:2:1: 'version' is there twice",
        "version: 1\\nwaivers: [{rule: hardcoded}] | s.yml:2:11: a waiver needs a reason",
        "version: 1\\nwaivers: [{reason: x}] | s.yml:2:11: a waiver needs a finding, rule",
        "version: 1\\nwaivers: [{rule: hard, reason: x}] | s.yml:2:18: there is no rule 'hard'",
        "version: 1\\nwaivers: [{rule: hardcoded, reason: x, expires: soon}] | s.yml:2:49: expires is",
        "version: 1\\nknowledge: {sinks: [{name: f}]} | s.yml:2:21: column family must have",
        "version: 1\\nknowledge: {sinks: [{name: f, gfp: 1}]} | s.yml:2:31: a row of sinks has no key",
        "version: 1\\n\\tx: 1 | s.yml:2:1: ",
        "version: 1\\nx: [ | s.yml:",
        "version: 1\\nbaseline: {} | s.yml:2:11: baseline is one value",
      })
  void mistakesHaveLineAndColumn(String text, String message) throws MalformedSettingsException {
    String yaml = text.replace("\\n", "\n").replace("\\t", "\t");
    if (message == null) {
      assertEquals(Settings.NONE, read(yaml));
      return;
    }
    List<String> mistakes = mistakes(yaml);
    assertTrue(mistakes.get(0).startsWith(message), mistakes.toString());
  }

  @Test
  void allMistakesAreSaidAtOnce() {
    assertEquals(3, mistakes("version: 1\nfail-on: x\nprofile: y\nrules: {hardcoded: z}\n").size());
  }

  @Test
  void aKnownNameIsNotTaughtAnew() {
    String text =
        "version: 1\nknowledge:\n  sinks:\n    - {name: find_or_create_page, family: F2, mask: 2}\n";
    assertTrue(
        mistakes(text).get(0).startsWith("s.yml:4:7: two rows for find_or_create_page"),
        mistakes(text).toString());
  }

  @Test
  void hostileTextIsAMistakeAndNoCrash() {
    assertFalse(mistakes("version: 1\nx: " + "[".repeat(100_000)).isEmpty());
    StringBuilder bomb = new StringBuilder("version: 1\na: &a [x]\n");
    for (char c = 'b'; c < 'z'; c++) {
      bomb.append(c + ": &" + c + " [" + ("*" + (char) (c - 1) + ",").repeat(9) + "]\n");
    }
    assertFalse(mistakes(bomb.toString()).isEmpty());
  }

  private static JsonSchema schema() {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
        .getSchema(SettingsReader.class.getResourceAsStream("gfpaudit.schema.json"));
  }

  @Test
  void theSchemaForEditorsTakesWhatTheReaderTakes() {
    assertEquals(List.of(), List.copyOf(schema().validate(WHOLE, InputFormat.YAML)));
    for (String wrong :
        List.of(
            "{}",
            "version: 2",
            "version: 1\nruels: {}",
            "version: 1\nfail-on: fatal",
            "version: 1\nwaivers: [{rule: hardcoded}]",
            "version: 1\nwaivers: [{reason: x}]",
            "version: 1\nknowledge: {sink: []}")) {
      assertFalse(schema().validate(wrong, InputFormat.YAML).isEmpty(), wrong);
      assertFalse(mistakes(wrong).isEmpty());
    }
  }
}
