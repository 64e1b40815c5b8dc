/**
 * Runs before the first paint: applies a theme that was chosen by hand. Without a choice the style sheet follows the
 * system by itself. Constant, so that a Content-Security-Policy can name it by its hash.
 */
export const THEME_SCRIPT =
  '(function(){try{var t=localStorage.getItem("theme");if(t==="light"||t==="dark")document.documentElement.dataset.theme=t}catch(e){}})()';
