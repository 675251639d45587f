//! Pictures: our own binding of ECharts, with events, locale, resizing and disposal.
use super::page::load_script;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use wasm_bindgen::JsCast;

#[wasm_bindgen]
extern "C" {
    /// An ECharts instance.
    #[derive(Clone)]
    type EChart;
    #[wasm_bindgen(js_namespace = echarts, js_name = init, catch)]
    fn init(host: &web_sys::HtmlElement, theme: &JsValue, how: &JsValue)
        -> Result<EChart, JsValue>;
    /// Completes options with what the typed builder cannot say.
    #[wasm_bindgen(js_namespace = echarts, js_name = finish, catch)]
    fn finish(option: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, js_name = setOption, catch)]
    fn set_option(this: &EChart, option: &JsValue, not_merge: bool) -> Result<(), JsValue>;
    #[wasm_bindgen(method)]
    fn on(this: &EChart, event: &str, handler: &js_sys::Function);
    #[wasm_bindgen(method)]
    fn resize(this: &EChart);
    #[wasm_bindgen(method)]
    fn dispose(this: &EChart);
    #[wasm_bindgen(method, js_name = renderToSVGString)]
    fn svg(this: &EChart) -> String;
    /// What the drawing module leaves behind: a promise of its function.
    #[wasm_bindgen(thread_local_v2, js_name = zhilanDrawing)]
    static DRAWING: JsValue;
}

thread_local! {
    /// The drawing module's function, once it is there.
    static DRAW: RefCell<Option<js_sys::Function>> = const { RefCell::new(None) };
}

/// A chart on the page; it is disposed of when dropped.
pub struct Picture {
    chart: EChart,
    observer: Option<web_sys::ResizeObserver>,
    _on_click: Closure<dyn FnMut(JsValue)>,
    _on_resize: Closure<dyn FnMut()>,
}

impl Picture {
    /// Loads what draws pictures; whether it is there.
    pub async fn load() -> bool {
        let scripts = load_script("./vendor/echarts.js", false);
        let module = load_script("./vendor/drawing.js", true);
        if !(scripts.await && module.await) {
            return false;
        }
        let draw = drawing().await;
        DRAW.with(|kept| *kept.borrow_mut() = draw.clone());
        draw.is_some()
    }

    /// An empty picture; a click calls back with the series and the index of the mark.
    ///
    /// # Errors
    /// When the chart library is missing.
    pub fn new(
        host: &web_sys::HtmlElement,
        lang: &str,
        mut clicked: impl FnMut(usize, usize) + 'static,
    ) -> Result<Self, JsValue> {
        let settings = [r#"{"renderer":"svg","locale":""#, lang, r#""}"#].concat();
        let chart = init(host, &JsValue::NULL, &js_sys::JSON::parse(&settings)?)?;
        let on_click = Closure::<dyn FnMut(JsValue)>::new(move |event: JsValue| {
            let number = |name: &str| js_sys::Reflect::get(&event, &name.into()).ok()?.as_f64();
            if let (Some(series), Some(index)) = (number("seriesIndex"), number("dataIndex")) {
                clicked(series as usize, index as usize);
            }
        });
        chart.on("click", on_click.as_ref().unchecked_ref());
        let again = chart.clone();
        let on_resize = Closure::<dyn FnMut()>::new(move || again.resize());
        let observer = web_sys::ResizeObserver::new(on_resize.as_ref().unchecked_ref()).ok();
        if let Some(observer) = &observer {
            observer.observe(host);
        }
        Ok(Self {
            chart,
            observer,
            _on_click: on_click,
            _on_resize: on_resize,
        })
    }

    /// Draws a figure given as JSON, in place of what was drawn before.
    pub fn draw(&self, figure: &str, dark: bool) {
        // What cannot be drawn stays as it is; the table beside it has every value.
        let _ = self.try_draw(figure, dark);
    }

    fn try_draw(&self, figure: &str, dark: bool) -> Result<(), JsValue> {
        let draw = DRAW.with(|draw| draw.borrow().clone());
        let draw = draw.ok_or(JsValue::NULL)?;
        let option = draw.call2(&JsValue::NULL, &figure.into(), &dark.into())?;
        let option = option.as_string().ok_or(JsValue::NULL)?;
        self.chart.set_option(&finish(&option)?, true)
    }

    /// The picture as an SVG document.
    pub fn svg(&self) -> String {
        self.chart.svg()
    }
}

impl Drop for Picture {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
        self.chart.dispose();
    }
}

async fn drawing() -> Option<js_sys::Function> {
    let promise = DRAWING.with(|promise| promise.clone());
    let promise: js_sys::Promise = promise.dyn_into().ok()?;
    let function = wasm_bindgen_futures::JsFuture::from(promise).await.ok()?;
    function.dyn_into().ok()
}
