package io.flowmaster.notifications;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a message reaches somebody. */
public enum Channel {
  @JsonProperty("email")
  EMAIL,
  @JsonProperty("sms")
  SMS,
  @JsonProperty("push")
  PUSH,
  @JsonProperty("inapp")
  INAPP
}
