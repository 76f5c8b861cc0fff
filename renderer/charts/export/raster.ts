/** A picture in pixels. */
import type { Picture } from './picture';

/** A pixel of the screen is four in the picture, for print; very large pictures have fewer. */
const usualScale = 2;
/** What Chromium's canvas takes, with room to spare. */
const longest = 16_000;

/** Undefined when it could not be drawn. */
export async function pngOf({ svg, width, height }: Picture): Promise<Blob | undefined> {
  const scale = Math.min(usualScale, longest / width, longest / height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const context = canvas.getContext('2d');
  const image = await loaded(await withFont(svg));
  if (context === null || image === undefined) return undefined;
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((made) => canvas.toBlob((blob) => made(blob ?? undefined), 'image/png'));
}

/** A picture cannot reach the page's fonts: it takes its own along. */
async function withFont(svg: string): Promise<string> {
  const { interWoff2 } = await import('./interFont');
  const face = `@font-face{font-family:Inter;font-weight:100 900;src:url(${interWoff2}) format('woff2')}`;
  return svg.replace('>', `><style>${face}</style>`);
}

async function loaded(svg: string): Promise<HTMLImageElement | undefined> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    return image;
  } catch (error) {
    if (error instanceof DOMException) return undefined;
    throw error;
  } finally {
    URL.revokeObjectURL(address);
  }
}
