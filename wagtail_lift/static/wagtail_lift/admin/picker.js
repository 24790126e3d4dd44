/* Wagtail's calendar or clock for a field of ours. Wagtail's own fields ask for it in an inline script,
   which a content security policy may not allow. Without this script the field is only typed in. */
(() => {
    "use strict";

    const PICKERS = { date: "initDateChooser", time: "initTimeChooser" };

    class Picker extends window.StimulusModule.Controller {
        static values = { kind: String, options: Object };

        connect() {
            window[PICKERS[this.kindValue]](this.element.id, this.optionsValue);
        }
    }

    window.wagtail.app.register("lift-picker", Picker);
})();
