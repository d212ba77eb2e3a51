package org.gfpaudit.reports.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.gfpaudit.rules.finding.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceUrlTest {
  private static final Place PLACE = new Place("fs/ext4/inode.c", 12, 3, "f");

  private static String url(String text, Place place) {
    return SourceUrl.of(text).of(place, "6.1.192").orElseThrow();
  }

  @Test
  void readyNamesStandForAddresses() {
    assertEquals(
        "https://elixir.bootlin.com/linux/v6.1.192/source/fs/ext4/inode.c#L12",
        url("elixir", PLACE));
    assertEquals(
        "https://git.kernel.org/pub/scm/linux/kernel/git/stable/linux.git/tree/fs/ext4/inode.c"
            + "?h=v6.1.192#n12",
        url("cgit", PLACE));
    for (String name : SourceUrl.readyNames()) {
      assertTrue(url(name, PLACE).startsWith("https://"), name);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "6.1.0, v6.1",
    "6.1.192, v6.1.192",
    "7.2.0-rc3, v7.2-rc3",
    "7.2-rc3, v7.2-rc3",
    "6.12.10-gentoo, v6.12.10",
    "6.1, v6.1",
    "next, next"
  })
  void aTreeIsOfARelease(String version, String tag) {
    assertEquals(
        Optional.of("https://x.org/fs/ext4/inode.c?" + tag),
        SourceUrl.of("https://x.org/{file}?{rev}").of(PLACE, version));
  }

  @Test
  void aRevisionIsItself() {
    assertEquals(
        Optional.of("http://x.org/feature/a%20b/fs/ext4/inode.c"),
        SourceUrl.of("http://x.org/{rev}/{file}").at("feature/a b").of(PLACE, "6.1.0"));
  }

  @Test
  void aNameMakesNoOtherAddress() {
    String name = "fs/a?b#c%\"<>\u202e &{rev}.c";
    assertEquals(
        "https://x.org/fs/a%3Fb%23c%25%22%3C%3E%E2%80%AE%20%26%7Brev%7D.c#7",
        url("https://x.org/{file}#{line}", new Place(name, 7, 1, "")));
  }

  @Test
  void whereNobodySaidOrNoFileIsThereIsNoAddress() {
    assertEquals(Optional.empty(), SourceUrl.NONE.of(PLACE, "6.1.0"));
    assertEquals(Optional.empty(), SourceUrl.of("elixir").of(new Place("", 0, 0, ""), "6.1.0"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "elixer",
        "https://x.org/",
        "https://x.org/{line}",
        "https://x.org/{file}/{column}",
        "https://x.org/{}{file}",
        "javascript:alert('{file}')",
        "JavaScript:{file}",
        "data:text/html,{file}",
        "file:///tmp/{file}",
        "//x.org/{file}",
        "https:{file}",
        "https://{file}",
        "https://x.org/{file}\"onclick",
        "https://x.org/{file} x",
        "https://x.org/<{file}>",
        "https://x.org/\n{file}",
        "https://x.org/{file",
        " https://x.org/{file}"
      })
  void whatIsNoAddressIsRefused(String text) {
    Throwable refused = assertThrows(IllegalArgumentException.class, () -> SourceUrl.of(text));
    String message = String.valueOf(refused.getMessage());
    assertTrue(message.contains("{file}") || message.contains("https://"), message);
  }
}
