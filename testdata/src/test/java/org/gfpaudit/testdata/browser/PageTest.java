package org.gfpaudit.testdata.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What one does with the page: filter, sort, walk by keys, follow links, look at drawings. */
class PageTest extends BrowserTest {
  @Test
  void theListFiltersAsOneTypesAndTheAddressSaysSo() throws InterruptedException {
    tools.open(page, "#findings");
    int before = shown().size();
    tools.key("/");
    tools.type("harbor");
    List<String> left = shown();
    assertTrue(left.size() < before && left.contains(HARBOR), left::toString);
    assertEquals("#findings?text=harbor", hash());
    assertTrue(
        text("document.querySelector('#findings output').value").startsWith(left.size() + " of "));

    tools.type(" no such thing");
    assertEquals(List.of(), shown());
    assertTrue(holds("document.querySelector('#findings .nothing').checkVisibility()"));
    tools.click("#findings .clear");
    assertTrue(shown().size() > before, "the button shows notes as well");
  }

  @Test
  void anAddressShowsTheSameAgain() throws InterruptedException {
    tools.open(page, "#findings?level=warning&text=harbor&sort=id");
    List<String> left = shown();
    assertEquals(List.of(HARBOR), left);
    tools.open(page, hash());
    assertEquals(left, shown());
    assertEquals("harbor", text("document.querySelector('#findings [name=text]').value"));
    assertEquals("id", text("document.querySelector('#findings [name=sort]').value"));
  }

  @Test
  void notesAreFoldedAwayUntilOneAsks() throws InterruptedException {
    tools.open(page, "#findings");
    assertFalse(holds("document.querySelector('.finding.note:not([hidden])')"));
    tools.key("n");
    assertTrue(holds("document.querySelector('.finding.note:not([hidden])')"));
    assertEquals("#findings?level=error%2Cwarning%2Cnote", hash());
    tools.key("n");
    assertEquals("#findings", hash());
  }

  @Test
  void aCountLeadsToItsFindings() throws InterruptedException {
    tools.open(page, "");
    tools.click(".counts a.note[href*=re-added]");
    assertEquals("#findings?level=note&rule=re-added", hash());
    assertEquals(3, shown().size());
    tools.evaluate("history.back()");
    tools.settle();
    assertTrue(holds("document.querySelector('#overview').checkVisibility()"));
  }

  @Test
  void theListSorts() throws InterruptedException {
    tools.open(page, "#findings?level=error,warning,note&sort=id");
    List<String> ids = shown();
    List<String> sorted = new ArrayList<>(ids);
    Collections.sort(sorted);
    assertEquals(sorted, ids);
    tools.evaluate("location.hash = '#findings?level=error,warning,note'");
    tools.settle();
    assertNotEquals(ids, shown());
    assertEquals(sorted.size(), shown().size());
  }

  @Test
  void keysAreEnough() throws InterruptedException {
    tools.open(page, "");
    tools.key("2");
    assertEquals("#findings", hash());
    List<String> all = shown();
    tools.key("j");
    assertEquals(all.get(0), focused());
    tools.key("j");
    assertEquals(all.get(1), focused());
    tools.key("k");
    assertEquals(all.get(0), focused());
    tools.key("Enter");
    assertTrue(holds("document.activeElement.parentElement.open"));
    tools.key("e");
    assertTrue(
        holds("document.activeElement.parentElement.querySelector('.lane pre').checkVisibility()"));
    tools.key("Escape");
    assertFalse(holds("document.activeElement.parentElement.open"));
    tools.key("?");
    assertTrue(holds("document.getElementById('keys').open"));
    tools.key("j");
    tools.key("Escape");
    assertFalse(holds("document.getElementById('keys').open"));
    tools.key("/");
    tools.type("jk?");
    assertEquals("jk?", text("document.activeElement.value"));
    tools.key("Escape");
    assertFalse(holds("document.activeElement.matches('input')"));
    tools.key("3");
    tools.key("j");
    assertTrue(holds("document.activeElement.matches('.calls tr')"));
  }

  @Test
  void aCallLeadsToItsFinding() throws InterruptedException {
    tools.open(page, "#calls?verdict=hardcoded&text=harbor_replay");
    assertEquals(
        1,
        tools
            .evaluate("document.querySelectorAll('.calls tbody tr:not([hidden])').length")
            .asInt());
    tools.key("j");
    tools.key("Enter");
    assertEquals("#" + HARBOR, hash());
    assertTrue(holds("document.getElementById('" + HARBOR + "').open"));
  }

  @Test
  void deepLinksOpenWhatTheyName() throws InterruptedException {
    tools.open(page, "#" + HARBOR);
    assertEquals(HARBOR, focused());
    assertTrue(holds("document.querySelector('#" + HARBOR + " .body').checkVisibility()"));
    String step = HARBOR + "-1.2";
    tools.open(page, "#" + step);
    assertTrue(
        holds("document.getElementById('" + step + "').querySelector('pre').checkVisibility()"));
    // A note is seen although notes are folded away.
    String note = text("document.querySelector('.finding.note').id");
    tools.open(page, "#" + note);
    assertTrue(shown().contains(note));
    tools.open(page, "#system-fs/harbor");
    assertTrue(holds("document.getElementById('system-fs/harbor').open"));
    tools.open(page, "#nothing-of-the-kind%");
    assertTrue(holds("document.querySelector('#overview').checkVisibility()"));
  }

  @Test
  void aDrawingGrowsAndItsNodesLeadToTheirSteps() throws InterruptedException {
    tools.open(page, "#" + HARBOR);
    tools.key("d");
    String width = "document.querySelector('#" + HARBOR + " .drawing svg').clientWidth";
    int whole = tools.evaluate(width).asInt();
    tools.key("+");
    int grown = tools.evaluate(width).asInt();
    assertTrue(grown > whole, grown + " after " + whole);
    tools.key("-");
    assertEquals(whole, tools.evaluate(width).asInt());
    tools.click("#" + HARBOR + " .zoom button");
    assertEquals(grown, tools.evaluate(width).asInt());
    tools.click("#" + HARBOR + " .zoom button:last-child");
    assertEquals(whole, tools.evaluate(width).asInt());
    tools.click("#" + HARBOR + " .node[href$='-1.3']");
    assertEquals("#" + HARBOR + "-1.3", hash());
    assertTrue(holds("document.activeElement.matches('li summary')"));
    assertTrue(holds("document.querySelector(':target pre').checkVisibility()"));
  }

  @Test
  void aCommandIsCopied() throws InterruptedException {
    tools.open(page, "#" + HARBOR);
    tools.key("y");
    for (int i = 0; i < 50 && text("document.getElementById('said').textContent").isEmpty(); i++) {
      Thread.sleep(20);
    }
    String said = text("document.getElementById('said').textContent");
    assertTrue(
        said.equals("copied: gfpaudit explain -v " + HARBOR) || said.contains("mark the command"),
        said);
  }

  @Test
  void oldAndNewAreToldApart() throws InterruptedException {
    tools.open(page, "#compared");
    String text = text("document.querySelector('#compared').innerText");
    assertTrue(text.contains("new: ") && text.contains("known: "), text);
    assertTrue(text.contains("old.json") && !text.contains(directory.toString()), text);
  }

  @Test
  void hostileNamesStayText() throws IOException, InterruptedException {
    String hostile =
        "</script><script>window.hurt=1</script><img src=x onerror=window.hurt=1>"
            + "\"'` onclick=window.hurt=1 {{tree}} &lt;b&gt; \u202e\u2066 javascript:hurt";
    Path file = written("hostile.html", GeneratedReview.page(hostile));
    for (String view : List.of("#overview", "#findings", "#calls", "#systems", "#G00000001-1.1")) {
      tools.open(file, view);
      assertFalse(holds("window.hurt"));
      assertEquals(1, tools.evaluate("document.querySelectorAll('script').length").asInt());
      assertEquals(
          0, tools.evaluate("document.querySelectorAll('img,[onclick],[onerror]').length").asInt());
      assertTrue(text("document.title").startsWith("gfpaudit: </script><script>window.hurt=1"));
      assertFalse(text("document.documentElement.textContent").contains("\u202e"));
    }
    assertTrue(
        text("document.querySelector('.finding .message').textContent")
            .contains("&lt;b&gt; \\u202e"));
  }
}
