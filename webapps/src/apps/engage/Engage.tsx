export default function Engage() {
  return null;
}
