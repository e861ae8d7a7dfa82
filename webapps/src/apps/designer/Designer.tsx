export default function Designer() {
  return null;
}
