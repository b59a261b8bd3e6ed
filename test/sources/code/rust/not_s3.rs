use std::collections::HashMap;

struct Cache {
    map: HashMap<String, String>,
}

impl Cache {
    fn put_object(&mut self, key: &str) -> &mut Self {
        self.map.insert(key.to_string(), "s3".to_string());
        self
    }
}

fn main() {
    let mut cache = Cache { map: HashMap::new() };
    cache.put_object("a").put_object("b");
}
