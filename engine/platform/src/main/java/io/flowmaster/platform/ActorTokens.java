package io.flowmaster.platform;

/**
 * Access tokens for who acts now, for calls of the platform's own API: the same rights hold there,
 * wherever the call arrives.
 */
public interface ActorTokens {

  /**
   * A token that the platform takes for the current actor in its tenant: the one that the request
   * came with when that is good for the API; otherwise (an API key, a job, an agent that acts in a
   * request of another) one made now, which lasts a few minutes. Ask again for each call.
   *
   * @throws IllegalStateException when nobody acts, or the platform itself, which has no rights
   */
  String current();
}
