package io.flowmaster.webhooks.web;

import io.flowmaster.webhooks.DeliveryReceipt;
import io.flowmaster.webhooks.DeliveryTooLarge;
import io.flowmaster.webhooks.WebhookReceiver;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.annotation.security.PermitAll;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

@RestController
@PermitAll
@Tag(name = "Webhooks")
class DeliveriesController {
  private static final int MOST_PARAMETERS = 100;
  private final WebhookReceiver receiver;

  DeliveriesController(WebhookReceiver receiver) {
    this.receiver = receiver;
  }

  @PostMapping("/webhooks/in/{token}")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Deliver to a webhook",
      description =
          "For other systems: no token, but a signature as the webhook's scheme has it. The same"
              + " delivery again is answered 202 with duplicate, and does nothing. 422: it could not"
              + " be handled, and may be sent again.")
  ResponseEntity<DeliveryReceipt> deliver(
      @Parameter(description = "the last part of the webhook's path") @PathVariable String token,
      @Parameter(hidden = true) HttpServletRequest request)
      throws IOException {
    byte[] body = body(request);
    return ResponseEntity.accepted()
        .body(receiver.receive(token, headers(request), query(request), body));
  }

  /** Never more than allowed is read, whatever the sender says of the length. */
  private byte[] body(HttpServletRequest request) throws IOException {
    int most = receiver.mostBytes();
    if (request.getContentLengthLong() > most) {
      throw new DeliveryTooLarge(most);
    }
    byte[] body = request.getInputStream().readNBytes(most + 1);
    if (body.length > most) {
      throw new DeliveryTooLarge(most);
    }
    return body;
  }

  private static Map<String, String> headers(HttpServletRequest request) {
    Map<String, String> headers = new HashMap<>();
    request
        .getHeaderNames()
        .asIterator()
        .forEachRemaining(name -> headers.put(name, request.getHeader(name)));
    return headers;
  }

  /** Of the address alone: asking the request for parameters would read a form's body. */
  private static Map<String, String> query(HttpServletRequest request) {
    String text = request.getQueryString();
    if (text == null) {
      return Map.of();
    }
    Map<String, String> query = new HashMap<>();
    UriComponentsBuilder.newInstance()
        .query(text)
        .build()
        .getQueryParams()
        .toSingleValueMap()
        .entrySet()
        .stream()
        .limit(MOST_PARAMETERS)
        .forEach(each -> query.put(each.getKey(), each.getValue() == null ? "" : each.getValue()));
    return query;
  }
}
