package org.gfpaudit.testdata.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One page of a browser by the protocol of its developer tools. Calls wait for their answers; what
 * the browser says beside is kept: requests, and complaints of the console.
 */
final class DevTools implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_SECONDS = 60;

  private static final Map<String, Integer> CODES =
      Map.of("Enter", 13, "Escape", 27, "Tab", 9, "ArrowLeft", 37, "ArrowRight", 39);

  private final BlockingQueue<JsonNode> received;
  private final WebSocket socket;
  private final List<String> requests = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private String session = "";
  private int lastId;
  private boolean isLoaded;
  private boolean areScriptsOff;

  private DevTools(WebSocket socket, BlockingQueue<JsonNode> received) {
    this.socket = socket;
    this.received = received;
  }

  /** A new page of the browser behind {@code browser}. */
  static DevTools of(URI browser) throws InterruptedException {
    BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
    WebSocket socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(browser, new Listener(received))
            .join();
    DevTools tools = new DevTools(socket, received);
    String target =
        tools.call("Target.createTarget", Map.of("url", "about:blank")).at("/targetId").asText();
    tools.session =
        tools
            .call("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
            .at("/sessionId")
            .asText();
    for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
      tools.call(domain + ".enable", Map.of());
    }
    return tools;
  }

  /** Puts the pieces of messages together. */
  private static final class Listener implements WebSocket.Listener {
    private final BlockingQueue<JsonNode> received;
    private final StringBuilder pending = new StringBuilder();

    Listener(BlockingQueue<JsonNode> received) {
      this.received = received;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean isLast) {
      pending.append(data);
      if (isLast) {
        try {
          received.add(JSON.readTree(pending.toString()));
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        pending.setLength(0);
      }
      return WebSocket.Listener.super.onText(socket, data, isLast);
    }
  }

  /** The result of a method of the protocol. */
  JsonNode call(String method, Map<String, ?> parameters) throws InterruptedException {
    ObjectNode message = JSON.createObjectNode();
    int id = ++lastId;
    message.put("id", id).put("method", method).set("params", JSON.valueToTree(parameters));
    if (!session.isEmpty()) {
      message.put("sessionId", session);
    }
    socket.sendText(message.toString(), true).join();
    while (true) {
      JsonNode answer = next(method);
      if (answer.path("id").asInt() == id) {
        if (answer.has("error")) {
          throw new AssertionError(method + ": " + answer.get("error"));
        }
        return answer.path("result");
      }
    }
  }

  /** The next message; events are noted on the way. */
  private JsonNode next(String waitingFor) throws InterruptedException {
    JsonNode message = received.poll(MOST_SECONDS, TimeUnit.SECONDS);
    if (message == null) {
      throw new AssertionError("the browser does not answer: " + waitingFor);
    }
    JsonNode params = message.path("params");
    switch (message.path("method").asText()) {
      case "Page.loadEventFired" -> isLoaded = true;
      case "Network.requestWillBeSent" -> requests.add(params.at("/request/url").asText());
      case "Runtime.exceptionThrown" -> complaints.add(params.path("exceptionDetails").toString());
      case "Log.entryAdded" -> complaints.add(params.path("entry").toString());
      case "Runtime.consoleAPICalled" -> complaints.add(params.toString());
      default -> {
        // Nothing that a test asks for.
      }
    }
    return message;
  }

  /** Opens a file at an address in it, from anew, and waits until it is there. */
  void open(Path file, String address) throws InterruptedException {
    navigate("about:blank");
    navigate(file.toUri() + address);
    settle();
  }

  private void navigate(String address) throws InterruptedException {
    isLoaded = false;
    call("Page.navigate", Map.of("url", address));
    while (!isLoaded) {
      next(address);
    }
  }

  /** Whether pages may run scripts; those of {@link #evaluate} always run. */
  void letScripts(boolean run) throws InterruptedException {
    call("Emulation.setScriptExecutionDisabled", Map.of("value", !run));
    areScriptsOff = !run;
  }

  /** Waits until what was asked for is on the screen. */
  void settle() throws InterruptedException {
    // Without scripts nobody is told of frames.
    evaluate(
        areScriptsOff
            ? "document.body.offsetHeight"
            : "new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(() => r(1))))");
  }

  /** The value of an expression, of a promise what it promises. */
  JsonNode evaluate(String expression) throws InterruptedException {
    JsonNode result =
        call(
            "Runtime.evaluate",
            Map.of(
                "expression",
                expression,
                "awaitPromise",
                true,
                "returnByValue",
                true,
                "userGesture",
                true));
    if (result.has("exceptionDetails")) {
      throw new AssertionError(expression + ": " + result.get("exceptionDetails"));
    }
    return result.at("/result/value");
  }

  /** The texts of an expression that is an array. */
  List<String> texts(String expression) throws InterruptedException {
    List<String> texts = new ArrayList<>();
    evaluate(expression).forEach(each -> texts.add(each.asText()));
    return texts;
  }

  /** Presses a key: a character, or the name of a key without one. */
  void key(String key) throws InterruptedException {
    String text = key.equals("Enter") ? "\r" : key.length() == 1 ? key : "";
    int code = CODES.getOrDefault(key, (int) Character.toUpperCase(key.charAt(0)));
    call(
        "Input.dispatchKeyEvent",
        Map.of(
            "type",
            text.isEmpty() ? "rawKeyDown" : "keyDown",
            "key",
            key,
            "text",
            text,
            "windowsVirtualKeyCode",
            code));
    call("Input.dispatchKeyEvent", Map.of("type", "keyUp", "key", key));
    settle();
  }

  /** Types into what has the focus. */
  void type(String text) throws InterruptedException {
    for (int i = 0; i < text.length(); i++) {
      key(text.substring(i, i + 1));
    }
  }

  /** Clicks in the middle of an element, as a mouse does. */
  void click(String selector) throws InterruptedException {
    JsonNode at =
        evaluate(
            "(() => { const e = document.querySelector("
                + JSON.valueToTree(selector)
                + ");"
                + " e.scrollIntoView({block: 'center'}); const b = e.getBoundingClientRect();"
                + " return [b.x + b.width / 2, b.y + b.height / 2]; })()");
    for (String type : List.of("mousePressed", "mouseReleased")) {
      call(
          "Input.dispatchMouseEvent",
          Map.of(
              "type",
              type,
              "x",
              at.get(0).asDouble(),
              "y",
              at.get(1).asDouble(),
              "button",
              "left",
              "clickCount",
              1));
    }
    settle();
  }

  /** A medium, and whether it is dark. */
  void show(String medium, boolean isDark) throws InterruptedException {
    call(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            medium,
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", isDark ? "dark" : "light"))));
    settle();
  }

  /** The size of the window. */
  void resize(int width, int height) throws InterruptedException {
    call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    settle();
  }

  /** What is on the screen, as PNG. */
  byte[] screenshot() throws InterruptedException {
    settle();
    return data("Page.captureScreenshot", Map.of("format", "png"));
  }

  /** The page on paper, as PDF. */
  byte[] pdf() throws InterruptedException {
    return data("Page.printToPDF", Map.of("preferCSSPageSize", true));
  }

  private byte[] data(String method, Map<String, ?> parameters) throws InterruptedException {
    return Base64.getDecoder().decode(call(method, parameters).path("data").asText());
  }

  /** What was asked of a network or a disk, in order. */
  List<String> requests() throws InterruptedException {
    settle();
    return List.copyOf(requests);
  }

  /** What the console complained of. */
  List<String> complaints() throws InterruptedException {
    settle();
    return List.copyOf(complaints);
  }

  @Override
  public void close() {
    socket.abort();
  }
}
