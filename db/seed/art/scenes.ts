// All drawn lead images by article name.
import { cultureScenes } from './scenes-culture.ts';
import { economyScenes } from './scenes-economy.ts';
import { englishScenes } from './scenes-english-more.ts';
import { localScenes } from './scenes-local.ts';
import { scienceScenes } from './scenes-science.ts';
import { sportScenes } from './scenes-sport.ts';
import { worldScenes } from './scenes-world.ts';

export const scenes: Record<string, string> = {
  ...localScenes,
  ...economyScenes,
  ...worldScenes,
  ...cultureScenes,
  ...sportScenes,
  ...scienceScenes,
  ...englishScenes,
};
